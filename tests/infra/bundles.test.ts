import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Bundle, bundleFunctions } from '../../infra/build-functions.ts';
import { type FunctionDeclaration, functionDeclarations } from '../../shared/deployment/functions.ts';

const root = new URL('../../', import.meta.url);
const written = functionDeclarations.filter(({ entry }) => existsSync(new URL(entry, root)));
let outDir: string;
let bundles: readonly Bundle[];

beforeAll(async () => {
  outDir = join(await mkdtemp(join(tmpdir(), 'bundles-')), 'functions');
  bundles = await bundleFunctions(outDir, written);
});
afterAll(() => rm(join(outDir, '..'), { recursive: true, force: true }));

describe.each(written)('the bundle of $name', ({ name, zipBudgetKb }: FunctionDeclaration) => {
  test('is within its budget', () => {
    expect(bundles.find((bundle) => bundle.name === name)!.zipKb).toBeLessThanOrEqual(zipBudgetKb);
  });

  test('loads by itself and exports its handler, without its source map and what few requests need', async () => {
    const files = await readdir(join(outDir, name));
    expect(files).toContain('index.js');
    expect(['index.js', 'rules.js', 'spreadsheet.js']).toEqual(expect.arrayContaining(files));
    const code = await readFile(join(outDir, name, 'index.js'), 'utf8');
    expect(code).not.toMatch(/no such overload|sharedStrings/);
    const loaded: unknown = createRequire(import.meta.url)(join(outDir, name, 'index.js'));
    expect(loaded).toHaveProperty('handler', expect.any(Function));
    expect(await readdir(`${outDir}-maps/${name}`)).toEqual(['index.js.map']);
  });
});

test('a function that is declared but not written stops the build and is named', async () => {
  const missing = { ...functionDeclarations[0], entry: 'functions/nowhere/index.ts' } as const;
  await expect(bundleFunctions(`${outDir}-none`, [missing])).rejects.toThrow('functions/nowhere/index.ts');
});
