import module from 'node:module';
import { fileURLToPath } from 'node:url';

/**
 * Half of a start was to read TypeScript: what was compiled once is kept beside the packages. Where nothing can be
 * written there, the start takes longer and nothing else.
 */
module.enableCompileCache(fileURLToPath(new URL('../../node_modules/.cache/compiled', import.meta.url)));

const { startSystem } = await import('./start-system.ts');
await startSystem();
// Now, for a system that is not stopped but cut off leaves nothing.
module.flushCompileCache();
