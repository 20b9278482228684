import type { Cell } from '../typed/read-scalar.ts';
import { splitText } from './split-text.ts';

/** Text files of Chinese spreadsheets are UTF-8 or GB 18030; only one of them decodes without a fault. */
function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

/**
 * The cells of an uploaded table: .xlsx by its first bytes, else text with tabs or commas.
 * @throws when a workbook cannot be read.
 */
export async function readFile(file: Blob): Promise<readonly (readonly Cell[])[]> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (isZip(bytes)) {
    const { readWorkbook } = await import('./read-workbook.ts');
    return readWorkbook(bytes);
  }
  const text = decode(bytes);
  const [firstLine = ''] = text.split('\n', 1);
  return splitText(text, firstLine.includes('\t') ? '\t' : ',');
}
