import { randomUUID } from 'node:crypto';
import { link, mkdir, open, readdir, rename, rm, unlink } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { systemErrorCode } from '../start-problem.ts';
import { DigestingReader, type Digests } from './checksums.ts';
import { appendHead, type ObjectHead, openObject } from './object-file.ts';
import { folderOfPrefix, keyOfPath, pathOfKey } from './object-path.ts';
import { StoreError } from './store-error.ts';

export type NewObject = {
  readonly key: string;
  readonly body: AsyncIterable<Buffer>;
  readonly contentType: string;
  readonly headers: Readonly<Record<string, string>>;
  /** The body may be refused while it arrives, … */
  readonly maxBytes: number;
  /** … or when it is complete, by throwing a StoreError. */
  readonly accept: (digests: Digests) => void;
  /** Refuse to replace an object that is there already. */
  readonly onlyIfAbsent: boolean;
};

/** The objects of one bucket: a folder with a file per object. */
export class ObjectFolder {
  readonly #objects: string;
  readonly #incoming: string;

  /** @param incoming a folder on the same file system, for what is not complete yet. */
  constructor(objects: string, incoming: string) {
    this.#objects = objects;
    this.#incoming = incoming;
  }

  /**
   * Writes to a file aside, brings it to disk, then gives it its place in one step: whatever happens in
   * between, a reader sees the old object, the new one, or none, and never a part.
   * @throws StoreError from `accept`; EntityTooLarge; PreconditionFailed.
   */
  async put(object: NewObject, lastModified: string): Promise<ObjectHead> {
    const target = join(this.#objects, pathOfKey(object.key));
    const aside = join(this.#incoming, randomUUID());
    try {
      const head = await this.#write(aside, object, lastModified);
      await mkdir(dirname(target), { recursive: true });
      await (object.onlyIfAbsent ? placeIfAbsent(aside, target) : rename(aside, target));
      await syncFolder(dirname(target));
      return head;
    } finally {
      await rm(aside, { force: true });
    }
  }

  async #write(aside: string, object: NewObject, lastModified: string): Promise<ObjectHead> {
    const file = await open(aside, 'wx');
    try {
      const reader = new DigestingReader();
      for await (const piece of object.body) {
        reader.update(piece);
        if (reader.size > object.maxBytes) {
          throw new StoreError('EntityTooLarge', `The object is larger than ${object.maxBytes} bytes.`);
        }
        await file.appendFile(piece);
      }
      const digests = reader.digests();
      object.accept(digests);
      const head: ObjectHead = {
        size: digests.size,
        contentType: object.contentType,
        etag: digests.md5.toString('hex'),
        sha256: digests.sha256.toString('base64'),
        crc32: digests.crc32.toString('base64'),
        lastModified,
        headers: { ...object.headers },
      };
      await appendHead(file, head);
      await file.sync();
      return head;
    } finally {
      await file.close();
    }
  }

  open(key: string): ReturnType<typeof openObject> {
    return openObject(join(this.#objects, pathOfKey(key)));
  }

  async remove(key: string): Promise<void> {
    const target = join(this.#objects, pathOfKey(key));
    await unlink(target).catch(ignoreAbsent);
    await syncFolder(dirname(target)).catch(ignoreAbsent);
  }

  /** The keys that begin with the prefix, in the order of their UTF-8 bytes. */
  async keys(prefix: string): Promise<string[]> {
    const folder = join(this.#objects, folderOfPrefix(prefix));
    const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(ignoreAbsent);
    return (entries ?? [])
      .filter((entry) => entry.isFile())
      .flatMap((entry) => {
        const path = relative(this.#objects, join(entry.parentPath, entry.name));
        const key = keyOfPath(path.replaceAll(sep, '/'));
        return key?.startsWith(prefix) ? [key] : [];
      })
      .sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
  }
}

const ignoreAbsent = (error: unknown): undefined => {
  if (systemErrorCode(error) === 'ENOENT') return undefined;
  throw error;
};

/** A link is made only where nothing is, so of two writers one loses, whatever the timing. */
async function placeIfAbsent(aside: string, target: string): Promise<void> {
  await link(aside, target).catch((error: unknown) => {
    if (systemErrorCode(error) !== 'EEXIST') throw error;
    throw new StoreError('PreconditionFailed', 'There is an object with this key already.');
  });
}

/** A rename is on disk only once its folder is. Windows neither needs nor allows it. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
