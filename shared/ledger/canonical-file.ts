import type * as z from 'zod';
import { canonicalText } from './canonical-bytes.ts';
import { type Place, sound, unsound, type Verdict } from './faults.ts';

/** The JSON value of a text; nothing when it is not JSON. */
export function parseJson(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

/**
 * What a text in canonical form says. The text must be exactly that of what the schema gave, so that nothing in
 * the file escapes the schema: no field named twice, none that a reader passes over, no number in two spellings.
 * `placeOf` tells where in the file a path of the schema's complaint is.
 */
export function parseCanonical<S extends z.ZodType>(
  schema: S,
  text: string,
  placeOf: (path: readonly PropertyKey[]) => Place,
): Verdict<z.infer<S>> {
  const json = parseJson(text);
  if (!json) return unsound('malformed', { where: 'JSON' }, placeOf([]));
  const parsed = schema.safeParse(json.value);
  if (!parsed.success) {
    const path = parsed.error.issues[0]?.path ?? [];
    return unsound('malformed', { where: `/${path.map(String).join('/')}` }, placeOf(path));
  }
  return canonicalText(parsed.data) === text ? sound(parsed.data) : unsound('not-canonical', {}, placeOf([]));
}
