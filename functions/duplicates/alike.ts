import { type Likeness, type LikenessKind, likenessesOf } from '../../shared/duplicates/likeness.ts';
import type { ProtectedAnswers } from '../../shared/forms/answers.ts';
import type { Programme } from '../../shared/programmes/programme.ts';
import type { DataKey } from '../persistence/data-key.ts';
import { readLike } from '../persistence/likeness.ts';
import type { Tables } from '../persistence/tables.ts';

export const likenesses = (
  programme: Programme,
  answers: ProtectedAnswers,
  dataKey: DataKey,
): readonly Likeness[] =>
  likenessesOf(programme, answers, (kind, value) => dataKey.keyedHash(`likeness-${kind}`, value));

/** Other cases, with what they have in common with this one. */
export async function casesAlike(
  tables: Tables,
  caseId: string,
  known: readonly Likeness[],
): Promise<ReadonlyMap<string, readonly LikenessKind[]>> {
  const found = await Promise.all(
    known.map(async (likeness) =>
      (await readLike(tables, likeness)).map((other) => ({ other, kind: likeness.kind })),
    ),
  );
  const others = found.flat().filter(({ other }) => other !== caseId);
  return new Map(
    [...Map.groupBy(others, ({ other }) => other)].map(([other, shared]) => [
      other,
      [...new Set(shared.map(({ kind }) => kind))],
    ]),
  );
}
