import { createHmac, timingSafeEqual } from 'node:crypto';
import * as z from 'zod';
import { accept, type Outcome, refuse } from '../../shared/api/errors.ts';
import { canonicalText } from '../../shared/ledger/canonical-bytes.ts';
import { parseJson } from '../../shared/ledger/canonical-file.ts';
import type { IndexState } from './index-state.ts';

/** Signed together with what was asked, so that a cursor goes on with its own search and no other. */
const signatureOf = ({ secret, making }: IndexState, place: number, asked: unknown): Buffer =>
  createHmac('sha256', secret)
    .update(canonicalText([making, place, asked]))
    .digest()
    .subarray(0, 16);

const CursorSchema = z.tuple([z.int().min(0), z.base64url()]);

/** Decisions keep their places, so what comes later does not shift a page. `asked`: the search, order and all. */
export const searchCursor = (state: IndexState, place: number, asked: unknown): string =>
  Buffer.from(JSON.stringify([place, signatureOf(state, place, asked).toString('base64url')])).toString(
    'base64url',
  );

/** Refuses with `invalid-cursor` one that was not given out for this search, or for an index made anew since. */
export function placeInSearch(
  state: IndexState,
  cursor: string | undefined,
  asked: unknown,
): Outcome<number | undefined> {
  if (cursor === undefined) return accept(undefined);
  const json = parseJson(Buffer.from(cursor, 'base64url').toString('utf8'));
  const parsed = CursorSchema.safeParse(json?.value);
  if (!parsed.success) return refuse('invalid-cursor');
  const [place, signature] = parsed.data;
  const expected = signatureOf(state, place, asked);
  const given = Buffer.from(signature, 'base64url');
  return given.length === expected.length && timingSafeEqual(given, expected)
    ? accept(place)
    : refuse('invalid-cursor');
}
