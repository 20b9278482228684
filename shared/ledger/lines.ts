import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

/** The lines of a file that comes in pieces, without their newlines. What follows the last newline is a line too. */
export async function* linesOf(
  pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): AsyncGenerator<string> {
  // A byte order mark is not part of the format: it must be seen, not swallowed.
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  let open = '';
  for await (const piece of pieces) {
    const lines = (open + decoder.decode(piece, { stream: true })).split('\n');
    open = lines.pop() ?? '';
    yield* lines;
  }
  open += decoder.decode();
  if (open !== '') yield open;
}

/** SHA-256 over lines as they come, each with its newline: what `sha256sum` says of that part of the file. */
export class LinesDigest {
  readonly #hash = sha256.create();
  readonly #utf8 = new TextEncoder();

  add(line: string): void {
    this.#hash.update(this.#utf8.encode(`${line}\n`));
  }

  /** Lower-case hexadecimal. */
  digest(): string {
    return bytesToHex(this.#hash.digest());
  }
}
