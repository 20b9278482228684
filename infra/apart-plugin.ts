import { type BuildOptions, build, type Plugin } from 'esbuild';

const namespace = 'apart';

/** What stands beside a function in a file of its own, and by which names our modules use it. */
const apart = [
  { from: '@marcbachmann/cel-js', file: 'rules.js', name: 'Environment' },
  { from: 'write-excel-file/node', file: 'spreadsheet.js', name: 'default' },
] as const;

type Apart = (typeof apart)[number];

/** Reads and compiles the file when it is first called, be it with `new` or without. */
const onFirstCall = ({ file, name }: Apart): string => `
const load = () => require('./${file}');
function first(...args) {
  return new.target ? new (load().${name})(...args) : load().${name}(...args);
}
export { first as ${name} };`;

/**
 * Leaves out of a function what few requests need. Most of a cold start is reading and compiling code, and these
 * libraries, which share no code with the rest, are a seventh of it.
 */
export const apartPlugin: Plugin = {
  name: namespace,
  setup({ onResolve, onLoad }) {
    for (const one of apart) {
      onResolve({ filter: new RegExp(`^${one.from}$`) }, ({ path }) => ({ path, namespace }));
      onResolve({ filter: new RegExp(`^\\./${one.file}$`), namespace }, ({ path }) => ({
        path,
        external: true,
      }));
    }
    onLoad({ filter: /.*/, namespace }, ({ path }) => {
      const one = apart.find(({ from }) => from === path);
      return one && { contents: onFirstCall(one), loader: 'js' };
    });
  },
};

/** The files that a function with these inputs needs beside it, as they are to be written. */
export async function filesApart(
  inputs: readonly string[],
  options: BuildOptions,
  root: string,
): Promise<readonly { readonly name: string; readonly contents: Uint8Array }[]> {
  const needed = apart.filter(({ from }) => inputs.includes(`${namespace}:${from}`));
  return Promise.all(
    needed.map(async ({ from, file, name }) => {
      const { outputFiles = [] } = await build({
        ...options,
        stdin: { contents: `export { ${name} } from '${from}';`, resolveDir: root },
        write: false,
      });
      return { name: file, contents: outputFiles[0]?.contents ?? new Uint8Array() };
    }),
  );
}
