import { formatArea, formatInteger, formatMoney, formatPercentage, inBoth } from '../language/format.ts';
import { formatQuantity, units } from '../language/quantity.ts';
import { type Text, text } from '../language/text.ts';
import { partNames } from './part-names.ts';
import type { Programme } from './programme.ts';

/** One difference in words. `before` is absent for what is new, `after` for what is gone. */
export type ProgrammeChange = { readonly where: Text; readonly before?: Text; readonly after?: Text };

type Part = Readonly<Record<string, unknown>>;
/** The part a value lies in: says how a bare number is to be read. */
type Place = { readonly where: readonly Text[]; readonly key: string; readonly within: Part };

/**
 * What changed from one version of a programme to another, in document order. Things with an id or a name are
 * matched by it, so that an insertion is one change; a changed order is told as such.
 */
export const compareProgrammes = (before: Programme, after: Programme): readonly ProgrammeChange[] =>
  compareParts(without('version', before), without('version', after), []);

const without = (member: string, part: object): Part =>
  Object.fromEntries(Object.entries(part).filter(([key]) => key !== member));

function compareParts(before: Part, after: Part, where: readonly Text[]): readonly ProgrammeChange[] {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys].flatMap((key) =>
    compareValues(before[key], after[key], {
      where: [...where, partNames[key] ?? text(key, key)],
      key,
      within: after[key] === undefined ? before : after,
    }),
  );
}

function compareValues(before: unknown, after: unknown, place: Place): readonly ProgrammeChange[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  if (isNamedList(before) && isNamedList(after)) return compareLists(before, after, place.where);
  if (isPart(before) && isPart(after) && !isText(before) && !isText(after))
    return compareParts(before, after, place.where);
  if (Array.isArray(before) && Array.isArray(after)) return compareItems(before, after, place);
  return [change(place.where, saidOrAbsent(before, place), saidOrAbsent(after, place))];
}

const saidOrAbsent = (value: unknown, place: Place): Text | undefined =>
  value === undefined ? undefined : say(value, place);

/** Of a list whose items have no names, what is gone against what is new; where neither, it was put in another order. */
function compareItems(
  before: readonly unknown[],
  after: readonly unknown[],
  place: Place,
): readonly ProgrammeChange[] {
  const missingIn = (others: readonly unknown[], items: readonly unknown[]) => {
    const known = new Set(others.map((item) => JSON.stringify(item)));
    return items.filter((item) => !known.has(JSON.stringify(item)));
  };
  const [gone, added] = [missingIn(after, before), missingIn(before, after)];
  const sayAll = (items: readonly unknown[]) => (items.length === 0 ? undefined : say(items, place));
  if (gone.length + added.length > 0) return [change(place.where, sayAll(gone), sayAll(added))];
  return [change([...place.where, order], say(before, place), say(after, place))];
}

const order = text('顺序', 'Order');

function compareLists(
  before: readonly Part[],
  after: readonly Part[],
  where: readonly Text[],
): readonly ProgrammeChange[] {
  const [old, now] = [byName(before), byName(after)];
  const names = [...new Set([...old.keys(), ...now.keys()])];
  const changes = names.flatMap((name): readonly ProgrammeChange[] => {
    const [was, is] = [old.get(name), now.get(name)];
    if (was !== undefined && is !== undefined) return compareParts(was, is, [...where, titleOf(is)]);
    return [change(where, was && titleOf(was), is && titleOf(is))];
  });
  const [oldOrder, newOrder] = [
    names.filter((n) => old.has(n) && now.has(n)),
    [...now.keys()].filter((n) => old.has(n)),
  ];
  if (oldOrder.join() === newOrder.join()) return changes;
  const inOrder = (order: readonly string[], among: ReadonlyMap<string, Part>) =>
    listed(order.flatMap((name) => titleOf(among.get(name) ?? {})));
  return [...changes, change([...where, order], inOrder(oldOrder, old), inOrder(newOrder, now))];
}

const change = (
  where: readonly Text[],
  before: Text | undefined,
  after: Text | undefined,
): ProgrammeChange => ({
  where: joined(where, ' · '),
  ...(before && { before }),
  ...(after && { after }),
});

const isPart = (value: unknown): value is Part =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** By its shape and not by its schema: the portal compares versions too, and carries no schemas. */
const isText = (value: unknown): value is Text =>
  isPart(value) &&
  Object.keys(value).length === 2 &&
  typeof value.zh === 'string' &&
  typeof value.en === 'string';

const nameOf = (part: Part): string | undefined =>
  typeof part.id === 'string' ? part.id : typeof part.name === 'string' ? part.name : undefined;

const isNamedList = (value: unknown): value is readonly Part[] =>
  Array.isArray(value) && value.every((item) => isPart(item) && nameOf(item) !== undefined);

const byName = (parts: readonly Part[]): ReadonlyMap<string, Part> =>
  new Map(parts.map((part) => [nameOf(part) ?? '', part]));

const titleOf = (part: Part): Text => {
  const title = part.title ?? part.label;
  const name = nameOf(part) ?? '';
  return isText(title) ? title : text(name, name);
};

const joined = (parts: readonly Text[], zhBetween: string, enBetween = zhBetween): Text =>
  text(parts.map(({ zh }) => zh).join(zhBetween), parts.map(({ en }) => en).join(enBetween));

const listed = (parts: readonly Text[]): Text => joined(parts, '、', ', ');

/** A value in words. */
function say(value: unknown, place: Place): Text {
  if (isText(value)) return value;
  if (typeof value === 'string') return text(value, value);
  if (typeof value === 'boolean') return value ? text('是', 'yes') : text('否', 'no');
  if (typeof value === 'number') return sayNumber(value, place);
  if (Array.isArray(value)) return listed(value.map((item) => say(item, place)));
  if (isPart(value))
    return joined(
      Object.entries(value).map(([key, item]) => say(item, { where: [], key, within: value })),
      '，',
      ', ',
    );
  return text('—', '—');
}

/** Of a parameter by its unit; of a field's limits by the field's type. */
function sayNumber(value: number, { key, within }: Place): Text {
  const unit = units.find((candidate) => candidate === within.unit);
  if (key === 'value' && unit !== undefined)
    return inBoth((locale) => formatQuantity({ value, unit }, locale));
  if (key === 'share') return inBoth(() => formatPercentage(value));
  if (within.type === 'money') return inBoth((locale) => formatMoney(value, locale));
  if (within.type === 'area') return inBoth((locale) => formatArea(value, locale));
  if (within.type === 'percentage') return inBoth(() => formatPercentage(value));
  return inBoth(() => formatInteger(value));
}
