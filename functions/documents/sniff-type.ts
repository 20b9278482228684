import type { Slot } from '../../shared/programmes/programme.ts';

/** What a document may be. */
export type DocumentType = Slot['accept'][number];

const startsWith = (bytes: Uint8Array, ...signature: readonly number[]): boolean =>
  signature.every((byte, index) => bytes[index] === byte);

/** A workbook is a zip whose parts are named; other zips (archives, programs) have no such part. */
const workbookPart = Buffer.from('xl/workbook.xml');

/**
 * The type a file really has, by its content and never by its name; undefined for anything else. Text counts
 * as CSV when it is UTF-8 or GB 18030 without control characters.
 */
export function sniffType(bytes: Uint8Array): DocumentType | undefined {
  if (startsWith(bytes, 0xff, 0xd8, 0xff)) return 'image/jpeg';
  if (startsWith(bytes, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'image/png';
  if (startsWith(bytes, 0x25, 0x50, 0x44, 0x46, 0x2d)) return 'application/pdf';
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04)) {
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(workbookPart)
      ? 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
      : undefined;
  }
  return isText(bytes) ? 'text/csv' : undefined;
}

function isText(bytes: Uint8Array): boolean {
  if (bytes.length === 0 || bytes.some((byte) => byte < 0x20 && ![0x09, 0x0a, 0x0d].includes(byte)))
    return false;
  return ['utf-8', 'gb18030'].some((encoding) => decodes(bytes, encoding));
}

function decodes(bytes: Uint8Array, encoding: string): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
