import type { Plugin } from 'vite';

const schemasImport = "import * as z from 'zod';";
const stand = 'virtual:no-schemas';
const resolvedStand = `\0${stand}`;

/**
 * Swallows the making of a schema whole, whatever is chained, and refuses to be used as one: code that parses
 * in the browser should fail at once and not in silence.
 */
const standModule = `
const use = (name) => () => { throw new Error('the portal carries no schemas: ' + String(name)); };
const uses = new Set(['parse', 'safeParse', 'parseAsync', 'safeParseAsync', 'decode', 'safeDecode', 'options']);
export const z = new Proxy(function () {}, {
  get: (_, name) => (name === Symbol.toPrimitive || name === Symbol.iterator ? undefined : uses.has(name) ? use(name) : z),
  apply: () => z,
});`;

/**
 * Keeps zod out of the portal, 30 KB of every page. Modules of shared state their schemas beside plain
 * functions and types; the portal uses only the latter, since the API parses what it is sent and tests hold
 * what it answers to the contract. Proof files come from elsewhere and are parsed: shared/ledger keeps its
 * schemas, on the pages that need them.
 */
export const schemaFreePlugin = (): Plugin => ({
  name: 'schema-free',
  enforce: 'pre',
  resolveId: (id) => (id === stand ? resolvedStand : undefined),
  load: (id) => (id === resolvedStand ? standModule : undefined),
  transform(code, id) {
    // Only the form's schema asks it what is wrong with a definition.
    if (id.endsWith('/shared/forms/form-faults.ts')) return 'export const formFaults = () => [];';
    if (!/\/shared\/(?!ledger\/)/.test(id) || !code.includes(schemasImport)) return undefined;
    return { code: code.replace(schemasImport, `import { z } from '${stand}';`), map: null };
  },
});
