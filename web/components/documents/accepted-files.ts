import { fill, type Text, text } from '../../../shared/language/text.ts';
import type { Slot } from '../../../shared/programmes/programme.ts';
import { words } from './words.ts';

const names: Readonly<Record<Slot['accept'][number], string>> = {
  'image/jpeg': 'JPG',
  'image/png': 'PNG',
  'application/pdf': 'PDF',
  'text/csv': 'CSV',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'XLSX',
};

export const acceptedNames = (slot: Slot): string => slot.accept.map((type) => names[type]).join(' / ');

export const megabytes = (bytes: number): string => `${Math.floor(bytes / 1_000_000)} MB`;

const takesPhotos = (slot: Slot): boolean => slot.accept.includes('image/jpeg');

/** Photos are made smaller on the way, so theirs is a wider limit; what no browser can draw is refused later. */
const largestPhotoBytes = 60_000_000;

/** Why a file cannot go into a slot; undefined when it can. The API looks again at what arrives. */
export function fileFault(file: File, slot: Slot): Text | undefined {
  const accepted: readonly string[] = slot.accept;
  const photo = file.type.startsWith('image/') && takesPhotos(slot);
  if (!photo && !accepted.includes(file.type)) {
    return fill(words.wrongType, { name: file.name, types: acceptedNames(slot) });
  }
  if (file.size > (photo ? largestPhotoBytes : slot.maxBytes)) {
    return fill(words.tooLarge, { name: file.name, limit: megabytes(slot.maxBytes) });
  }
  return file.size === 0 ? text('文件是空的。', 'The file is empty.') : undefined;
}
