import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { auditAll } from '../../functions/audit/audit.ts';
import { openData } from './open-data.ts';
import { StartProblem, systemErrorCode } from './start-problem.ts';
import { saidAudit } from './verify/said-audit.ts';
import { NoKey, trustedKeysOf } from './verify/trusted-keys-of.ts';

const usage = `用法 Usage: npm run audit -- [--data .local] [--key <公钥或公钥文件 keys or file>] [--kept <检查点文件 checkpoint file>]`;

/** What scripts go by: 0 sound, 1 not, 2 it could not be tried. */
const exit = { sound: 0, unsound: 1, untried: 2 } as const;

function readArguments() {
  try {
    return parseArgs({
      options: {
        data: { type: 'string', default: '.local' },
        key: { type: 'string' },
        kept: { type: 'string' },
      },
    }).values;
  } catch {
    return undefined;
  }
}

/**
 * The standing audit of a data folder whose system is not running. With `--kept` it also proves that nothing was
 * taken back since the last audit, and leaves the new checkpoint in that file when all is sound.
 */
async function run(): Promise<number> {
  const given = readArguments();
  if (given === undefined) {
    console.error(usage);
    return exit.untried;
  }
  const dataFolder = resolve(import.meta.dirname, '../..', given.data);
  const keys = await trustedKeysOf(given.key, dataFolder);
  const kept = given.kept === undefined ? undefined : await readFile(given.kept, 'utf8').catch(absent);
  const { system, close } = await openData(dataFolder);
  try {
    const { tables, ledger, now } = system;
    const report = await auditAll({ tables, store: ledger.store, keys: keys.log }, { now: now(), kept });
    console.log(saidAudit(report));
    if (report.faultCount > 0) return exit.unsound;
    if (given.kept !== undefined && report.checkpoint !== undefined) {
      await writeFile(given.kept, report.checkpoint);
    }
    return exit.sound;
  } finally {
    await close();
  }
}

const absent = (error: unknown): undefined => {
  if (systemErrorCode(error) === 'ENOENT') return undefined;
  throw error;
};

process.exitCode = await run().catch((error: unknown) => {
  if (!(error instanceof NoKey || error instanceof StartProblem)) throw error;
  console.error(`${error.text.zh}\n${error.text.en}`);
  return exit.untried;
});
