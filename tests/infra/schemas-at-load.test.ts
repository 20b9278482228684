import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as z from 'zod';
import { lambdaCredentialsPlugin } from '../../infra/lambda-credentials-plugin.ts';
import { lazySchemasPlugin } from '../../infra/lazy-schemas-plugin.ts';
import { functionDeclarations } from '../../shared/deployment/functions.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'schemas-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const makers = Object.entries(z)
  .filter(([name, made]) => typeof made === 'function' && /^[a-z]/.test(name))
  .map(([name]) => name);

/** zod itself, which notes every schema that is made with it. */
const noting: Plugin = {
  name: 'noting',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^zod$/ }, ({ namespace }) => {
      if (namespace === 'lazy-schemas') return { path: 'zod', namespace: 'noting' };
      return namespace === 'noting' ? { path: join(root, 'node_modules/zod/index.js') } : undefined;
    });
    onLoad({ filter: /.*/, namespace: 'noting' }, () => ({
      contents: `import * as zod from 'zod';
globalThis.schemasMade = [];
const noted = (name) => (...args) => (globalThis.schemasMade.push(name), zod[name](...args));
export const { iso, coerce } = zod;
${makers.map((name, at) => `const m${at} = noted('${name}'); export { m${at} as ${name} };`).join('\n')}`,
      resolveDir: root,
      loader: 'js',
    }));
  },
};

test('no function makes a schema while it loads: two thousand of them were the largest part of a cold start', async () => {
  await build({
    entryPoints: functionDeclarations.map(({ name, entry }) => ({ in: join(root, entry), out: name })),
    outdir: folder,
    bundle: true,
    platform: 'node',
    target: 'node24',
    format: 'cjs',
    mainFields: ['module', 'main'],
    plugins: [noting, lazySchemasPlugin(root), lambdaCredentialsPlugin(root)],
    logLevel: 'error',
  });
  const made: Record<string, readonly string[]> = {};
  for (const { name } of functionDeclarations) {
    Object.assign(globalThis, { schemasMade: [] });
    createRequire(import.meta.url)(join(folder, `${name}.js`));
    made[name] = (globalThis as unknown as { schemasMade: readonly string[] }).schemasMade;
  }
  expect(made).toEqual(Object.fromEntries(functionDeclarations.map(({ name }) => [name, []])));
});
