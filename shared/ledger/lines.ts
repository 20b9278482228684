import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes } from '@noble/hashes/utils.js';
import { type Fault, fault } from './faults.ts';

const newline = 0x0a;

/** No file of ours has a longer line; without a bound, one endless line would fill the memory of whoever verifies. */
const longestLineMiB = 64;
const longestLine = longestLineMiB * 2 ** 20;

/** What comes is no text of ours; thrown where its lines are read. */
export class NoLines extends Error {
  readonly fault: Fault;

  constructor(found: Fault) {
    super(found.reason.en);
    this.name = 'NoLines';
    this.fault = found;
  }
}

/**
 * The lines of a file that comes in pieces, without their newlines. What follows the last newline is a line too.
 * @throws NoLines when a line is not UTF-8, which a lenient reader would mend and so not see, or is far too long.
 */
export async function* linesOf(
  pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): AsyncGenerator<string> {
  // A byte order mark is not part of the format: it must be seen, not swallowed.
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let open: Uint8Array[] = [];
  let length = 0;

  const add = (part: Uint8Array): void => {
    open.push(part);
    length += part.length;
    if (length > longestLine) throw new NoLines(fault('line-too-long', { limit: longestLineMiB }));
  };
  const line = (): string => {
    const bytes = open.length === 1 && open[0] ? open[0] : concatBytes(...open);
    [open, length] = [[], 0];
    try {
      return decoder.decode(bytes);
    } catch {
      throw new NoLines(fault('malformed', { where: 'UTF-8' }));
    }
  };

  for await (const piece of pieces) {
    let from = 0;
    for (let end = piece.indexOf(newline); end !== -1; end = piece.indexOf(newline, from)) {
      add(piece.subarray(from, end));
      yield line();
      from = end + 1;
    }
    if (from < piece.length) add(piece.subarray(from));
  }
  if (length > 0) yield line();
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
