import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { beginAnew } from '../../functions/decisions/index-decisions.ts';
import { readIndexState } from '../../functions/decisions/index-state.ts';
import { openData } from './open-data.ts';
import { StartProblem } from './start-problem.ts';

const usage = '用法 Usage: npm run rebuild-index -- [--data .local]';

function readArguments() {
  try {
    return parseArgs({ options: { data: { type: 'string', default: '.local' } } }).values;
  } catch {
    return undefined;
  }
}

/** Makes the index over decisions anew from the log and the journal, in a data folder whose system is not running. */
async function run(): Promise<number> {
  const given = readArguments();
  if (given === undefined) {
    console.error(usage);
    return 2;
  }
  const { system, seal, close } = await openData(resolve(import.meta.dirname, '../..', given.data));
  try {
    await beginAnew(system);
    const coming = await readIndexState(system.tables, 'coming');
    let current = await readIndexState(system.tables);
    // A run goes on for about a minute; a long history takes several.
    while (current?.making !== coming?.making) {
      await seal();
      current = await readIndexState(system.tables);
    }
    const { rows = 0, through = 0 } = current ?? {};
    console.log(`已重建决定索引：账本 ${through} 条，其中决定 ${rows} 个。`);
    console.log(
      `The index over decisions was made anew: ${rows} decisions in ${through} entries of the log.`,
    );
    return 0;
  } finally {
    await close();
  }
}

process.exitCode = await run().catch((error: unknown) => {
  if (!(error instanceof StartProblem)) throw error;
  console.error(`${error.text.zh}\n${error.text.en}`);
  return 2;
});
