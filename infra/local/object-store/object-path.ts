import { StoreError } from './store-error.ts';

const SUFFIX = '.object';
const KEY_BYTES = 1024;
/** Of a file name on the usual file systems, less the suffix. */
const NAME_BYTES = 240;

/**
 * Where an object's file lies below its bucket's folder. Everything but `a-z 0-9 - _` is percent-encoded:
 * no key can leave the folder, two keys that differ in case only stay two files, and a dot is left to the
 * suffix, so that the key `a` and the key `a/b` do not meet.
 * @throws StoreError KeyTooLongError.
 */
export function pathOfKey(key: string): string {
  const names = key.split('/').map(encodeName);
  if (Buffer.byteLength(key) > KEY_BYTES || names.some((name) => name.length > NAME_BYTES)) {
    throw new StoreError('KeyTooLongError', 'The key is too long.');
  }
  return names.join('/') + SUFFIX;
}

/** The key of a file at a path below its bucket's folder; undefined when it is no object. */
export function keyOfPath(path: string): string | undefined {
  if (!path.endsWith(SUFFIX)) return undefined;
  return path.slice(0, -SUFFIX.length).split('/').map(decodeName).join('/');
}

/** The folder that holds every key beginning with the prefix. */
export const folderOfPrefix = (prefix: string): string =>
  prefix.split('/').slice(0, -1).map(encodeName).join('/');

/** An empty name, as in `a//b`, cannot be a folder's name; a lone `%` arises from nothing else. */
const EMPTY = '%';

const encodeName = (name: string): string =>
  name === ''
    ? EMPTY
    : [...Buffer.from(name)]
        .map((byte) => {
          const char = String.fromCharCode(byte);
          return /[a-z0-9_-]/.test(char) ? char : `%${byte.toString(16).padStart(2, '0')}`;
        })
        .join('');

const decodeName = (name: string): string => (name === EMPTY ? '' : decodeURIComponent(name));
