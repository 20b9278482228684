import { existsSync } from 'node:fs';
import { copyFile, mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deflateRawSync } from 'node:zlib';
import { type BuildOptions, build } from 'esbuild';
import { type FunctionDeclaration, functionDeclarations } from '../shared/deployment/functions.ts';
import { apartPlugin, filesApart } from './apart-plugin.ts';
import { calendarDataPlugin } from './calendar-data-plugin.ts';
import { lambdaCredentialsPlugin } from './lambda-credentials-plugin.ts';
import { lazySchemasPlugin } from './lazy-schemas-plugin.ts';

export type Bundle = {
  readonly name: string;
  readonly file: string;
  /** Of the minified code. */
  readonly bytes: number;
  /** Of the zip that is deployed, 1 KB = 1,024 bytes. */
  readonly zipKb: number;
  readonly budgetKb: number;
};

const root = fileURLToPath(new URL('../', import.meta.url));

/**
 * Bundles every declared function into `outDir/<name>/index.js`. CommonJS, because in ES modules the import of
 * node:http alone costs 24 ms of every cold start. Beside it stands what few requests need (apart-plugin.ts). Source
 * maps go to `<outDir>-maps`, out of the zip.
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
  const options = {
    bundle: true,
    platform: 'node',
    target: 'node24',
    format: 'cjs',
    // The module builds of packages leave out what is not used; their CommonJS builds cannot.
    mainFields: ['module', 'main'],
    minify: true,
    // A schema maker that lazy-schemas-plugin.ts does not know.
    logOverride: { 'import-is-undefined': 'error' },
    legalComments: 'none',
    write: false,
  } as const satisfies BuildOptions;
  // One build of many entries: each module is read and parsed once.
  const { outputFiles, metafile } = await build({
    ...options,
    entryPoints: declarations.map(({ name, entry }) => ({ in: join(root, entry), out: `${name}/index` })),
    outdir: outDir,
    absWorkingDir: root,
    plugins: [lazySchemasPlugin(root), lambdaCredentialsPlugin(root), apartPlugin, calendarDataPlugin],
    sourcemap: 'external',
    metafile: true,
  });
  const contents = new Map(outputFiles.map((output) => [output.path, output.contents]));
  const inputs = new Map(
    Object.entries(metafile.outputs).map(([path, output]) => [
      resolve(root, path),
      Object.keys(output.inputs),
    ]),
  );
  return Promise.all(
    declarations.map(async ({ name, zipBudgetKb }): Promise<Bundle> => {
      const file = resolve(outDir, name, 'index.js');
      const beside = await filesApart(inputs.get(file) ?? [], options, root);
      const files = [{ name: 'index.js', contents: bytesOf(contents.get(file)) }, ...beside];
      await write(files.map((one) => ({ path: join(outDir, name, one.name), contents: one.contents })));
      await write([
        {
          path: join(`${outDir}-maps`, name, 'index.js.map'),
          contents: bytesOf(contents.get(`${file}.map`)),
        },
      ]);
      return {
        name,
        file,
        bytes: files.reduce((sum, one) => sum + one.contents.length, 0),
        zipKb: zipKbOf(files.map((one) => one.contents)),
        budgetKb: zipBudgetKb,
      };
    }),
  );
}

function bytesOf(contents: Uint8Array | undefined): Uint8Array {
  if (contents === undefined) throw new Error('esbuild made another file than the one that was asked for');
  return contents;
}

/** A zip: of each file its deflated bytes and 200 bytes of headers. */
const zipKbOf = (files: readonly Uint8Array[]): number =>
  Math.ceil(files.reduce((sum, code) => sum + deflateRawSync(code, { level: 9 }).length + 200, 0) / 1024);

async function write(
  files: readonly { readonly path: string; readonly contents: Uint8Array }[],
): Promise<void> {
  for (const { path, contents } of files) {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, contents);
  }
}

/** The page that the portal function answers with lies beside its code. */
export async function placePage(bundles: string, portal: string): Promise<void> {
  await copyFile(join(portal, 'index.html'), join(bundles, 'portal', 'index.html'));
}
