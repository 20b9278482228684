import { constants, type FileHandle, open } from 'node:fs/promises';
import * as z from 'zod';

/** What is kept beside the bytes of an object. */
const ObjectHeadSchema = z.strictObject({
  size: z.int().min(0),
  contentType: z.string(),
  /** MD5 in hex, as S3 has it for objects sent in one piece. */
  etag: z.string(),
  /** Base64, as in the checksum headers. */
  sha256: z.string(),
  crc32: z.string(),
  /** ISO instant. */
  lastModified: z.string(),
  /** `content-disposition`, `cache-control` and `x-amz-meta-*`, to be sent back as they came. */
  headers: z.record(z.string(), z.string()),
});
export type ObjectHead = z.infer<typeof ObjectHeadSchema>;

/** Bytes at the end of the file that say how long the head is. */
const LENGTH_BYTES = 4;

/**
 * An object is one file, so that one rename makes it whole: its bytes, its head as JSON, the head's length.
 */
export async function appendHead(file: FileHandle, head: ObjectHead): Promise<void> {
  const json = Buffer.from(JSON.stringify(head));
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeUInt32BE(json.length);
  await file.appendFile(Buffer.concat([json, length]));
}

/** Opens an object for reading; the caller closes it. Undefined when there is none. */
export async function openObject(
  path: string,
): Promise<{ readonly file: FileHandle; readonly head: ObjectHead } | undefined> {
  const file = await open(path, constants.O_RDONLY).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (file === undefined) return undefined;
  try {
    return { file, head: await readHead(file) };
  } catch (error) {
    await file.close();
    throw error;
  }
}

async function readHead(file: FileHandle): Promise<ObjectHead> {
  const { size } = await file.stat();
  const length = Buffer.alloc(LENGTH_BYTES);
  await file.read(length, 0, LENGTH_BYTES, size - LENGTH_BYTES);
  const json = Buffer.alloc(length.readUInt32BE());
  await file.read(json, 0, json.length, size - LENGTH_BYTES - json.length);
  return ObjectHeadSchema.parse(JSON.parse(json.toString('utf8')));
}
