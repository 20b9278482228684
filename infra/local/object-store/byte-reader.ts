/**
 * Reads a stream of bytes piece by piece, holding no more than a chunk and a delimiter in memory.
 * Every method throws `endedEarly()` when the stream ends before it is satisfied.
 */
export class ByteReader {
  #source: AsyncIterator<Buffer>;
  #held: Buffer = Buffer.alloc(0);
  #endedEarly: () => Error;

  constructor(source: AsyncIterable<Buffer>, endedEarly: () => Error) {
    this.#source = source[Symbol.asyncIterator]();
    this.#endedEarly = endedEarly;
  }

  /** Everything before the delimiter, which is passed over; for short pieces only. */
  async until(delimiter: string, maxBytes: number): Promise<Buffer> {
    const pieces: Buffer[] = [];
    let size = 0;
    for await (const piece of this.streamUntil(delimiter)) {
      size += piece.length;
      if (size > maxBytes) throw this.#endedEarly();
      pieces.push(piece);
    }
    return Buffer.concat(pieces);
  }

  /** Everything before the delimiter, which is passed over. */
  async *streamUntil(delimiter: string): AsyncGenerator<Buffer, void> {
    for (;;) {
      const at = this.#held.indexOf(delimiter);
      if (at >= 0) {
        const last = this.#take(at);
        this.#take(Buffer.byteLength(delimiter));
        if (last.length > 0) yield last;
        return;
      }
      // The end of what is held may be the beginning of the delimiter.
      const safe = this.#held.length - Buffer.byteLength(delimiter) + 1;
      if (safe > 0) yield this.#take(safe);
      await this.#more();
    }
  }

  async *exactly(bytes: number): AsyncGenerator<Buffer, void> {
    let missing = bytes;
    while (missing > 0) {
      if (this.#held.length === 0) await this.#more();
      const piece = this.#take(Math.min(missing, this.#held.length));
      missing -= piece.length;
      yield piece;
    }
  }

  async #more(): Promise<void> {
    const next = await this.#source.next();
    if (next.done) throw this.#endedEarly();
    this.#held = this.#held.length === 0 ? next.value : Buffer.concat([this.#held, next.value]);
  }

  #take(bytes: number): Buffer {
    const piece = this.#held.subarray(0, bytes);
    this.#held = this.#held.subarray(bytes);
    return piece;
  }
}
