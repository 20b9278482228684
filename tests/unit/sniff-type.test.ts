import { expect, test } from 'vitest';
import { sniffType } from '../../functions/documents/sniff-type.ts';

const bytes = (...parts: (string | number[])[]): Uint8Array =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))));
const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

test.each<[string, Uint8Array, string | undefined]>([
  ['a photo from a phone', bytes([0xff, 0xd8, 0xff, 0xe1], 'Exif'), 'image/jpeg'],
  ['a screenshot', bytes([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], 'IHDR'), 'image/png'],
  ['a PDF', bytes('%PDF-1.7\n'), 'application/pdf'],
  ['a workbook', bytes('PK', [3, 4], '[Content_Types].xml xl/workbook.xml'), workbook],
  ['any other zip', bytes('PK', [3, 4], 'invoice.exe'), undefined],
  ['a table in UTF-8', bytes('姓名,身份证号\n王小丽,1\n'), 'text/csv'],
  ['a table with a byte order mark', bytes([0xef, 0xbb, 0xbf], '姓名\r\n王小丽\r\n'), 'text/csv'],
  ['a table in GB 18030', bytes([0xd0, 0xd5, 0xc3, 0xfb, 0x0a]), 'text/csv'],
  ['a program', bytes('MZ', [0x90, 0]), undefined],
  ['a picture format nobody asked for', bytes('GIF89a', [1, 0]), undefined],
  ['bytes that are no text in any encoding', bytes([0xff, 0xff, 0xff]), undefined],
  ['nothing', bytes(''), undefined],
])('%s', (_, file, type) => {
  expect(sniffType(file)).toBe(type);
});
