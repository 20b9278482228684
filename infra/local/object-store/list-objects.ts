import type { ObjectFolder } from './object-folder.ts';
import { StoreError } from './store-error.ts';
import { document, element } from './xml.ts';

const PAGE = 1000;

/** One page of ListObjectsV2, as XML. The continuation token is the last key or common prefix shown. */
export async function listObjects(
  bucket: string,
  folder: ObjectFolder,
  query: ReadonlyMap<string, string>,
): Promise<string> {
  const prefix = query.get('prefix') ?? '';
  const delimiter = query.get('delimiter') ?? '';
  const size = pageSize(query.get('max-keys'));
  const token = query.get('continuation-token');
  const after = token === undefined ? (query.get('start-after') ?? '') : fromToken(token);
  const shown = (key: string): string =>
    query.get('encoding-type') === 'url' ? encodeURIComponent(key) : key;

  const entries = groupByDelimiter(await folder.keys(prefix), prefix, delimiter).filter(
    (entry) => Buffer.compare(Buffer.from(entry), Buffer.from(after)) > 0,
  );
  const page = entries.slice(0, size);
  const last = page.at(-1);
  const truncated = entries.length > page.length;
  const isGroup = (entry: string): boolean =>
    delimiter !== '' && entry.slice(prefix.length).endsWith(delimiter);

  const contents = await Promise.all(
    page.filter((entry) => !isGroup(entry)).map((key) => contentOf(folder, key, shown(key))),
  );
  return document(
    element('ListBucketResult', [
      element('Name', bucket),
      element('Prefix', shown(prefix)),
      ...(delimiter === '' ? [] : [element('Delimiter', shown(delimiter))]),
      element('MaxKeys', size),
      element('KeyCount', page.length),
      element('IsTruncated', truncated),
      ...(truncated && last !== undefined ? [element('NextContinuationToken', toToken(last))] : []),
      ...(query.has('encoding-type') ? [element('EncodingType', 'url')] : []),
      ...contents,
      ...page.filter(isGroup).map((entry) => element('CommonPrefixes', [element('Prefix', shown(entry))])),
    ]),
  );
}

/** Keys that share the part up to the first delimiter after the prefix become that part, once. */
function groupByDelimiter(keys: readonly string[], prefix: string, delimiter: string): string[] {
  if (delimiter === '') return [...keys];
  return [
    ...new Set(
      keys.map((key) => {
        const at = key.indexOf(delimiter, prefix.length);
        return at < 0 ? key : key.slice(0, at + delimiter.length);
      }),
    ),
  ];
}

async function contentOf(folder: ObjectFolder, key: string, shownKey: string): Promise<string> {
  const object = await folder.open(key);
  if (object === undefined) return '';
  await object.file.close();
  return element('Contents', [
    element('Key', shownKey),
    element('LastModified', object.head.lastModified),
    element('ETag', `"${object.head.etag}"`),
    element('Size', object.head.size),
    element('StorageClass', 'STANDARD'),
  ]);
}

function pageSize(asked: string | undefined): number {
  const size = asked === undefined ? PAGE : Number(asked);
  if (!Number.isInteger(size) || size < 1) throw new StoreError('InvalidArgument', 'max-keys is not valid.');
  return Math.min(size, PAGE);
}

const toToken = (key: string): string => Buffer.from(key).toString('base64url');
const fromToken = (token: string): string => Buffer.from(token, 'base64url').toString('utf8');
