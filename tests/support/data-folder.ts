import { accessSync, constants, statfsSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Linux keeps this in memory; containers often make it a few megabytes only. */
const memory = '/dev/shm';
const enough = 4 * 1024 ** 3;

function parent(): string {
  try {
    accessSync(memory, constants.W_OK);
    const { bavail, bsize } = statfsSync(memory);
    return bavail * bsize >= enough ? memory : tmpdir();
  } catch {
    return tmpdir();
  }
}

/**
 * A folder for the data of one system under test, in memory where there is room: waiting for the disk at every
 * commit took a third of the tests' time. What is about the disk itself stays on it.
 */
export const newDataFolder = (purpose: string): Promise<string> => mkdtemp(join(parent(), `${purpose}-`));
