import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { openDataFolder } from './data-folder.ts';
import { localFunctions } from './local-functions.ts';
import { startLocalSystem } from './local-system.ts';
import { seedOnce } from './seed-once.ts';
import { StartProblem } from './start-problem.ts';

/** `npm run seed [-- --data FOLDER]`: demo data into a data folder whose system is not running. */
async function run(): Promise<void> {
  const { values } = parseArgs({ options: { data: { type: 'string', default: '.local' } } });
  const dataFolder = resolve(import.meta.dirname, '../..', values.data);
  await openDataFolder(dataFolder);
  const system = await startLocalSystem({
    dataFolder,
    port: 0,
    functions: localFunctions,
    portal: () => async () => false,
    log: (level, entry) => {
      if (level === 'error') console.error(JSON.stringify(entry));
    },
    background: false,
  });
  try {
    await seedOnce(system, dataFolder, (line) => console.log(line));
    console.log(`  ${dataFolder}`);
  } finally {
    await system.stop();
  }
}

run().then(
  () => process.exit(0),
  (error: unknown) => {
    if (!(error instanceof StartProblem)) throw error;
    console.error(`\n  ${error.text.zh}\n  ${error.text.en}\n`);
    process.exit(1);
  },
);
