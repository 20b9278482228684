import { existsSync } from 'node:fs';
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deflateRawSync } from 'node:zlib';
import { build } from 'esbuild';
import { type FunctionDeclaration, functionDeclarations } from '../shared/deployment/functions.ts';
import { lambdaCredentialsPlugin } from './lambda-credentials-plugin.ts';
import { lazySchemasPlugin } from './lazy-schemas-plugin.ts';

export type Bundle = {
  readonly name: string;
  readonly file: string;
  /** Of the minified bundle. */
  readonly bytes: number;
  /** Of the zip that is deployed, 1 KB = 1,024 bytes. */
  readonly zipKb: number;
  readonly budgetKb: number;
};

const root = fileURLToPath(new URL('../', import.meta.url));

/**
 * Bundles every declared function into `outDir/<name>/index.js`. CommonJS, because in ES modules the import of
 * node:http alone costs 24 ms of every cold start. Source maps go to `<outDir>-maps`, out of the zip.
 * @throws when a declared entry does not exist.
 */
export async function bundleFunctions(
  outDir: string,
  declarations: readonly FunctionDeclaration[] = functionDeclarations,
): Promise<readonly Bundle[]> {
  const missing = declarations.filter(({ entry }) => !existsSync(join(root, entry)));
  if (missing.length > 0) {
    throw new Error(
      `these functions are declared but not written: ${missing.map(({ entry }) => entry).join(', ')}`,
    );
  }
  await rm(outDir, { recursive: true, force: true });
  return Promise.all(declarations.map((declaration) => bundle(outDir, declaration)));
}

async function bundle(outDir: string, { name, entry, zipBudgetKb }: FunctionDeclaration): Promise<Bundle> {
  const file = join(outDir, name, 'index.js');
  const { outputFiles } = await build({
    entryPoints: [join(root, entry)],
    outfile: file,
    bundle: true,
    platform: 'node',
    target: 'node24',
    format: 'cjs',
    // The module builds of packages leave out what is not used; their CommonJS builds cannot.
    mainFields: ['module', 'main'],
    minify: true,
    // A schema maker that lazy-schemas-plugin.ts does not know.
    logOverride: { 'import-is-undefined': 'error' },
    plugins: [lazySchemasPlugin(root), lambdaCredentialsPlugin(root)],
    legalComments: 'none',
    sourcemap: 'external',
    write: false,
  });
  for (const output of outputFiles) {
    const path = output.path.endsWith('.map') ? join(`${outDir}-maps`, name, 'index.js.map') : output.path;
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, output.contents);
  }
  const code = await readFile(file);
  return { name, file, bytes: code.length, zipKb: zipKbOf(code), budgetKb: zipBudgetKb };
}

/** A zip of one file: its deflated bytes and 200 bytes of headers. */
const zipKbOf = (code: Uint8Array): number =>
  Math.ceil((deflateRawSync(code, { level: 9 }).length + 200) / 1024);

/** The page that the portal function answers with lies beside its code. */
export async function placePage(bundles: string, portal: string): Promise<void> {
  await copyFile(join(portal, 'index.html'), join(bundles, 'portal', 'index.html'));
}
