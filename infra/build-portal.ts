import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** Builds the portal into a folder, which is emptied first. */
export async function buildPortal(outDir: string): Promise<void> {
  // A test runner sets NODE_ENV, and Vite would take that for a wish to build React for development.
  const before = process.env.NODE_ENV;
  process.env.NODE_ENV = 'production';
  try {
    await build({
      configFile: fileURLToPath(new URL('../web/vite.config.ts', import.meta.url)),
      logLevel: 'warn',
      build: { outDir, emptyOutDir: true },
    });
  } finally {
    if (before === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = before;
  }
}
