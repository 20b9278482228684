import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** Builds the portal into a folder, which is emptied first. */
export async function buildPortal(outDir: string): Promise<void> {
  await build({
    configFile: fileURLToPath(new URL('../web/vite.config.ts', import.meta.url)),
    logLevel: 'warn',
    build: { outDir, emptyOutDir: true },
  });
}
