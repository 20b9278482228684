import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { sha256 } from '../../functions/persistence/sha256.ts';
import { type Text, text } from '../../shared/language/text.ts';
import { linesOf } from '../../shared/ledger/lines.ts';
import { verifyFile } from '../../shared/ledger/verify-file.ts';
import { type Programme, ProgrammeSchema } from '../../shared/programmes/programme.ts';
import { replayFile } from './verify/replay-file.ts';
import { saidReplay } from './verify/said-replay.ts';
import { saidReport } from './verify/said-report.ts';
import { NoKey, trustedKeysOf } from './verify/trusted-keys-of.ts';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

const usage = `用法 Usage: npm run verify -- <文件 file> [--key <公钥或公钥文件 keys or file>] [--replay] [--under <政策文件 programme.json>] [--data .local]`;

/** What scripts go by: 0 sound, 1 not, 2 it could not be tried. */
const exit = { sound: 0, unsound: 1, untried: 2 } as const;

const complain = ({ zh, en }: Text): number => {
  console.error(`${zh}\n${en}`);
  return exit.untried;
};

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        key: { type: 'string' },
        data: { type: 'string', default: '.local' },
        replay: { type: 'boolean', default: false },
        under: { type: 'string' },
      },
    });
  } catch {
    return undefined;
  }
}

/** Verifies a dossier or an export offline, and replays it when asked to. */
async function run(): Promise<number> {
  const given = readArguments();
  const [path, ...more] = given?.positionals ?? [];
  if (given === undefined || path === undefined || more.length > 0) {
    console.error(usage);
    return exit.untried;
  }
  const { key, data, replay, under } = given.values;
  const keys = await trustedKeysOf(key, resolve(root, data));
  const report = await verifyFile(createReadStream(path), keys, sha256);
  console.log(saidReport(report));
  if (!report.ok) return exit.unsound;
  if (!replay && under === undefined) return exit.sound;

  const programme = under === undefined ? undefined : await programmeIn(under);
  const summary = await replayFile(linesOf(createReadStream(path)), programme);
  if (summary.cases === 0) {
    return complain(
      text(
        '文件里没有可以重放的案卷。请导出“案卷”，或换一个政策文件。',
        'There is no dossier to replay in this file; export dossiers, or name another programme.',
      ),
    );
  }
  console.log(
    saidReplay(summary, programme ? `${programme.id} v${programme.version}` : '原版本 pinned version'),
  );
  // Other rules may well say something else; only under its own must a record come out the same.
  return programme || summary.same === summary.decisions ? exit.sound : exit.unsound;
}

/** A programme document, or the API's answer that holds one. */
async function programmeIn(path: string): Promise<Programme> {
  const json: unknown = JSON.parse(await readFile(path, 'utf8'));
  const inAnswer = typeof json === 'object' && json !== null && 'programme' in json ? json.programme : json;
  return ProgrammeSchema.parse(inAnswer);
}

process.exitCode = await run().catch((error: unknown) => {
  if (error instanceof NoKey) return complain(error.text);
  if (error instanceof Error)
    return complain(text(`无法核验：${error.message}`, `Cannot verify: ${error.message}`));
  throw error;
});
