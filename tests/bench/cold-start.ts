import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { bundleFunctions } from '../../infra/build-functions.ts';
import { functionDeclarations } from '../../shared/deployment/functions.ts';
import { rounded } from './percentiles.ts';

export type ColdStart = {
  readonly function: string;
  /** Of the quickest round. */
  readonly ms: number;
  readonly ratioToSdkOnly: number;
  readonly zipKB: number;
};

const root = new URL('../../', import.meta.url).pathname;
const sdkOnly = `import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
export const handler = () => DynamoDBDocumentClient.from(new DynamoDBClient({ region: 'local' }));`;

/**
 * Milliseconds from a started Node to a loaded function, in a process of its own: what Lambda's init phase does. The
 * clients are made at the first request, by ours as by the one of nothing but the SDK.
 */
async function load(file: string): Promise<number> {
  const code = `const begun = performance.now(); require(${JSON.stringify(file)}); console.log(performance.now() - begun)`;
  const { stdout } = await promisify(execFile)(process.execPath, ['-e', code]);
  return Number(stdout);
}

/** Loads every function's bundle, an empty function and one of nothing but the SDK, taking turns. */
export async function measureColdStarts(rounds: number): Promise<readonly ColdStart[]> {
  const folder = await mkdtemp(join(tmpdir(), 'cold-'));
  try {
    const out = join(folder, 'functions');
    const bundles = await bundleFunctions(out, functionDeclarations);
    const sdk = join(folder, 'sdk/index.js');
    const empty = join(folder, 'empty.js');
    await mkdir(join(folder, 'sdk'));
    await writeFile(empty, 'exports.handler = async () => undefined;');
    await build({
      stdin: { contents: sdkOnly, resolveDir: root },
      outfile: sdk,
      bundle: true,
      platform: 'node',
      target: 'node24',
      format: 'cjs',
      mainFields: ['module', 'main'],
      minify: true,
    });
    const files = [
      { name: 'empty', file: empty, zipKb: 1 },
      { name: 'sdk-only', file: sdk, zipKb: 0 },
      ...bundles,
    ];
    const took = new Map<string, number[]>(files.map(({ name }) => [name, []]));
    for (let round = 0; round < rounds; round += 1) {
      for (const { name, file } of files) took.get(name)?.push(await load(file));
    }
    // The quickest round: whatever else the machine does can only make one slower.
    const ms = (name: string): number => Math.min(...(took.get(name) ?? []));
    return files.map(({ name, zipKb }) => ({
      function: name,
      ms: rounded(ms(name)),
      ratioToSdkOnly: rounded(ms(name) / ms('sdk-only')),
      zipKB: zipKb,
    }));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
