/** What a part of an export holds, before it is stored. */
export type PartContent = {
  readonly bytes: Uint8Array;
  readonly type: string;
  readonly rows: number;
  /** Events that matched and were left out, because the log did not hold them yet. */
  readonly unsealed: number;
  /** Entries of the log that the search could not read when this part was made. */
  readonly unread: number;
  /** Where the next part begins; absent in the last one. */
  readonly next?: string | undefined;
};

export const ndjson = 'application/x-ndjson';

/** Text in pieces, as bytes. */
export class Bytes {
  readonly #pieces: Buffer[] = [];

  add(text: string): void {
    this.#pieces.push(Buffer.from(text));
  }

  all(): Uint8Array {
    return Buffer.concat(this.#pieces);
  }
}
