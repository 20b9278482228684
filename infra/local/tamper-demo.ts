import { existsSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { localFunctions } from './local-functions.ts';
import { startLocalSystem } from './local-system.ts';
import { openData } from './open-data.ts';
import { seedOnce } from './seed-once.ts';
import { StartProblem } from './start-problem.ts';
import { saidTrial } from './tamper/said-trial.ts';
import { tamperings } from './tamper/tamperings.ts';
import { tryTampering } from './tamper/try-tampering.ts';

/** Enough to see the pattern; a deleted case alone would fill the screen. */
const faultsShown = 3;

/**
 * `npm run tamper-demo [-- --data .local]`: falsifies history in every way we know, on copies of the data, past
 * all rules of the system, and shows what an auditor sees each time. The data itself is only read.
 */
async function run(): Promise<void> {
  const { values } = parseArgs({ options: { data: { type: 'string', default: '.local' } } });
  const given = resolve(import.meta.dirname, '../..', values.data);
  const folder = await mkdtemp(join(tmpdir(), 'tamper-demo-'));
  try {
    if (existsSync(join(given, 'demo-data'))) await copyData(given, folder);
    else await makeData(folder);
    const { seal, close } = await openData(folder);
    await seal().finally(close);
    let caught = 0;
    for (const tampering of tamperings) {
      const trial = await tryTampering(folder, tampering);
      if (trial.audit.faultCount > 0) caught += 1;
      console.log(`\n${saidTrial(tampering, trial, faultsShown)}`);
    }
    console.log(
      `\n${tamperings.length} 种篡改，发现 ${caught} 种。${caught} of ${tamperings.length} caught.`,
    );
    process.exitCode = caught === tamperings.length ? 0 : 1;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function copyData(from: string, to: string): Promise<void> {
  // Claimed for a moment, so that nobody writes while it is copied; a running system refuses that.
  const { close } = await openData(from);
  await close();
  await cp(from, to, { recursive: true });
}

async function makeData(folder: string): Promise<void> {
  const system = await startLocalSystem({
    dataFolder: folder,
    port: 0,
    functions: localFunctions,
    portal: () => async () => false,
    log: () => undefined,
    background: false,
  });
  await seedOnce(system, folder, (line) => console.log(line)).finally(system.stop);
}

await run().catch((error: unknown) => {
  if (!(error instanceof StartProblem)) throw error;
  console.error(`${error.text.zh}\n${error.text.en}`);
  process.exitCode = 1;
});
