import { StoreError } from './store-error.ts';

/** First and last byte, both included. */
export type ByteRange = { readonly first: number; readonly last: number };

/**
 * The part a `Range` header asks for. Several ranges, or another unit, mean the whole object, as on S3.
 * @throws StoreError InvalidRange when it begins behind the end.
 */
export function byteRange(header: string | undefined, size: number): ByteRange | undefined {
  const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
  if (from === '' && to === '') return undefined;
  const range =
    from === ''
      ? { first: Math.max(0, size - Number(to)), last: size - 1 }
      : { first: Number(from), last: to === '' ? size - 1 : Math.min(Number(to), size - 1) };
  if (range.first >= size) throw new StoreError('InvalidRange', 'The range begins behind the end.');
  return range.first > range.last ? undefined : range;
}
