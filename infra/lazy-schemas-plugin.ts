import type { Plugin } from 'esbuild';

const namespace = 'lazy-schemas';

/** Everything our modules make schemas with. A name that is missing here stops the build. */
const makers = [
  'string number int boolean literal enum array tuple object strictObject looseObject record set union',
  'discriminatedUnion unknown undefined custom instanceof uuid base64url',
]
  .join(' ')
  .split(' ');

/** A chain of these makes a schema of a schema; whatever else is asked of one needs it made. */
const chained = [
  'optional exactOptional nullable default min max regex trim int refine superRefine transform pipe extend nonnegative check',
  'length toLowerCase catch readonly strict loose partial pick omit and or brand describe meta',
]
  .join(' ')
  .split(' ');

const lazySchemas = `
import * as zod from 'zod';
const real = Symbol('real');
const isPlain = (value) => Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype;
const made = (value) => {
  if ((typeof value !== 'object' && typeof value !== 'function') || value === null) return value;
  if (value[real] !== undefined) return value[real]();
  if (typeof value === 'function' || !isPlain(value)) return value;
  return Array.isArray(value)
    ? value.map(made)
    : Object.fromEntries(Object.entries(value).map(([name, member]) => [name, made(member)]));
};
const chained = new Set(${JSON.stringify(chained)});
const lazy = (make, shape) => {
  let schema;
  const get = () => (schema ??= make());
  return new Proxy(get, {
    get: (_, name) => {
      if (name === real) return get;
      if (name === 'shape' && shape !== undefined) return shape;
      if (schema === undefined && chained.has(name)) return (...args) => lazy(() => get()[name](...made(args)));
      const member = get()[name];
      return typeof member === 'function' && chained.has(name) ? (...args) => member.apply(get(), made(args)) : member;
    },
    has: (_, name) => name in get(),
    getPrototypeOf: () => Object.getPrototypeOf(get()),
  });
};
const lazily = (maker) => (...args) => lazy(() => maker(...made(args)));
const lazilyOfMembers = (maker) => (shape, ...args) => lazy(() => maker(...made([shape, ...args])), shape);
${makers.map((name, index) => `const m${index} = /* @__PURE__ */ ${name.toLowerCase().endsWith('object') ? 'lazilyOfMembers' : 'lazily'}(zod.${name}); export { m${index} as ${name} };`).join('\n')}
export const iso = { date: /* @__PURE__ */ lazily(zod.iso.date), datetime: /* @__PURE__ */ lazily(zod.iso.datetime) };
export const coerce = { number: /* @__PURE__ */ lazily(zod.coerce.number) };
export const toJSONSchema = (...args) => zod.toJSONSchema(...made(args));
export const registry = (...args) => {
  const kept = zod.registry(...args);
  return Object.assign(Object.create(kept), { add: (schema, about) => kept.add(made(schema), about) });
};
`;

/**
 * Makes every schema of ours when it is first used: a function knows some two thousand, a request needs some dozens,
 * and making all of them was the largest part of a cold start. Only in what is deployed; sources, tests and the
 * local system use zod itself.
 */
export const lazySchemasPlugin = (root: string): Plugin => ({
  name: namespace,
  setup(build) {
    build.onResolve({ filter: /^zod$/ }, ({ importer, namespace: from }) =>
      from !== namespace && !importer.includes('node_modules') ? { path: 'zod', namespace } : undefined,
    );
    build.onLoad({ filter: /.*/, namespace }, () => ({
      contents: lazySchemas,
      resolveDir: root,
      loader: 'js',
    }));
  },
});
