import type { IncomingMessage } from 'node:http';

/** A sender this far over the limit is cut off rather than listened to. */
const LISTEN_BYTES = 20_000_000;

/**
 * The whole body, or undefined when it is over the limit. It is read to its end either way: a sender whose
 * connection breaks while sending never sees the answer.
 */
export async function readBody(request: IncomingMessage, limitBytes: number): Promise<Buffer | undefined> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of request) {
    size += piece.length;
    if (size <= limitBytes) pieces.push(piece);
    if (size > LISTEN_BYTES) break;
  }
  return size > limitBytes ? undefined : Buffer.concat(pieces);
}
