import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { artefacts } from '../artefacts.ts';

/** What the portal is made of. */
const sources = ['web', 'shared', 'package-lock.json'];

/** The folder of the built portal, built anew unless the last build is newer than everything it is made of. */
export async function currentPortal(root: string): Promise<string> {
  const folder = artefacts.portal;
  const builtAt = await stat(join(folder, 'index.html')).then(
    (found) => found.mtimeMs,
    () => 0,
  );
  const changedAt = Math.max(...(await Promise.all(sources.map((source) => newest(join(root, source))))));
  if (changedAt > builtAt) {
    // Loaded only when needed: it is the slowest part of a start.
    const { buildPortal } = await import('../build-portal.ts');
    await buildPortal(folder);
  }
  return folder;
}

async function newest(path: string): Promise<number> {
  const found = await stat(path);
  if (!found.isDirectory()) return found.mtimeMs;
  const inside = await readdir(path);
  return Math.max(found.mtimeMs, ...(await Promise.all(inside.map((name) => newest(join(path, name))))));
}
