import { createWriteStream } from 'node:fs';
import { mkdir, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Log } from '../../functions/http/log.ts';

const KEEP_BYTES = 10_000_000;

export type LogFile = { readonly path: string; readonly log: Log; close(): Promise<void> };

/**
 * The log of this machine, one JSON line per entry: the file of this run and, when that had grown large, the
 * one before it. Troubles show on the console too.
 */
export async function openLogFile(dataFolder: string): Promise<LogFile> {
  const folder = join(dataFolder, 'logs');
  const path = join(folder, 'system.log');
  await mkdir(folder, { recursive: true });
  const size = await stat(path).then(
    (found) => found.size,
    () => 0,
  );
  if (size > KEEP_BYTES) await rename(path, join(folder, 'system.1.log'));
  const file = createWriteStream(path, { flags: 'a' });
  return {
    path,
    log: (level, fields) => {
      const line = JSON.stringify({ level, at: new Date().toISOString(), ...fields });
      file.write(`${line}\n`);
      if (level === 'error') console.error(line);
    },
    close: () => new Promise((resolve) => file.end(() => resolve())),
  };
}
