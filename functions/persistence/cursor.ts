import type * as z from 'zod';
import { accept, type Outcome, refuse } from '../../shared/api/errors.ts';

/** Where a page ended, as text for the client, who hands it back and makes nothing of it. */
export const cursorOf = (place: unknown): string => Buffer.from(JSON.stringify(place)).toString('base64url');

/**
 * Reads a cursor back. Whoever makes one up gets at most another page of what they may see: a cursor never
 * says whose list it belongs to. Refuses with `invalid-cursor`.
 */
export function placeOf<S extends z.ZodType>(
  schema: S,
  cursor: string | undefined,
): Outcome<z.output<S> | undefined> {
  if (cursor === undefined) return accept(undefined);
  try {
    const parsed = schema.safeParse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
    return parsed.success ? accept(parsed.data) : refuse('invalid-cursor');
  } catch {
    return refuse('invalid-cursor');
  }
}
