import { ByteReader } from './byte-reader.ts';
import { StoreError } from './store-error.ts';

const LINE_LIMIT = 4096;

/**
 * Takes the `aws-chunked` wrapping off a body, which the SDK uses for streams whose checksum it knows only
 * at the end. The trailers are complete once the body has been read.
 * Source: "Signature calculations: multiple chunks" in the Amazon S3 API reference.
 */
export function unwrapChunks(source: AsyncIterable<Buffer>): {
  readonly body: AsyncIterable<Buffer>;
  readonly trailers: ReadonlyMap<string, string>;
} {
  const reader = new ByteReader(
    source,
    () => new StoreError('IncompleteBody', 'The chunked body ended before its last chunk.'),
  );
  const trailers = new Map<string, string>();
  const line = async (): Promise<string> => (await reader.until('\r\n', LINE_LIMIT)).toString('latin1');

  async function* body(): AsyncGenerator<Buffer, void> {
    for (;;) {
      const size = (await line()).split(';', 1)[0] ?? '';
      if (!/^[0-9a-f]{1,8}$/i.test(size)) throw new StoreError('IncompleteBody', 'A chunk has no size.');
      if (Number.parseInt(size, 16) === 0) break;
      yield* reader.exactly(Number.parseInt(size, 16));
      if ((await line()) !== '') throw new StoreError('IncompleteBody', 'A chunk is longer than it says.');
    }
    for (let trailer = await line(); trailer !== ''; trailer = await line()) {
      const [name = '', value = ''] = trailer.split(/:\s*/, 2);
      trailers.set(name.toLowerCase(), value.trim());
    }
  }
  return { body: body(), trailers };
}
