import { ByteReader } from './byte-reader.ts';
import { StoreError } from './store-error.ts';

const FIELD_BYTES = 20_000;
const FIELDS = 100;

export type UploadForm = {
  /** By lower-case name; the file is not among them. */
  readonly fields: ReadonlyMap<string, string>;
  readonly fileName: string;
  /** Ends with the file; what comes after it in the form is passed over unread, as S3 does. */
  readonly file: AsyncIterable<Buffer>;
};

/**
 * Reads a `multipart/form-data` body up to its file, which must be the last part, and hands on the file as a
 * stream. A body that ends before the part does throws while the file is read.
 */
export async function readUploadForm(
  body: AsyncIterable<Buffer>,
  contentType: string | undefined,
): Promise<UploadForm> {
  const boundary = /^multipart\/form-data;.*boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType ?? '');
  const delimiter = boundary?.[1] ?? boundary?.[2];
  if (delimiter === undefined) throw malformed('The body is not a form with a boundary.');
  const reader = new ByteReader(body, () => malformed('The form ended before its last part.'));

  const fields = new Map<string, string>();
  await reader.until(`--${delimiter}`, FIELD_BYTES);
  for (let count = 0; count < FIELDS; count += 1) {
    // After a boundary comes a line end, or two dashes when it was the last.
    if ((await reader.until('\r\n', FIELD_BYTES)).length > 0) break;
    const { name, fileName } = dispositionOf((await reader.until('\r\n\r\n', FIELD_BYTES)).toString('utf8'));
    if (name.toLowerCase() === 'file') {
      return { fields, fileName, file: reader.streamUntil(`\r\n--${delimiter}`) };
    }
    if (fields.has(name.toLowerCase())) throw malformed(`The field ${name} is there twice.`);
    const value = await reader.until(`\r\n--${delimiter}`, FIELD_BYTES);
    fields.set(name.toLowerCase(), value.toString('utf8'));
  }
  throw malformed('The form has no file.');
}

function dispositionOf(headers: string): { readonly name: string; readonly fileName: string } {
  const disposition = headers.split('\r\n').find((line) => /^content-disposition:/i.test(line)) ?? '';
  const name = /[;\s]name="([^"]*)"/i.exec(disposition)?.[1];
  if (name === undefined) throw malformed('A part of the form has no name.');
  return { name, fileName: /[;\s]filename="([^"]*)"/i.exec(disposition)?.[1] ?? '' };
}

const malformed = (message: string): StoreError => new StoreError('MalformedPOSTRequest', message);
