import type { Answers, AnswerValue } from '../../../shared/forms/answers.ts';

const sameness = (value: AnswerValue | undefined): string => JSON.stringify(value) ?? '';

const sameAnswer = (a: AnswerValue | undefined, b: AnswerValue | undefined): boolean =>
  a === b || sameness(a) === sameness(b);

/** A field that this device and another one answered differently. */
export type Difference = {
  readonly id: string;
  readonly mine: AnswerValue | undefined;
  readonly theirs: AnswerValue | undefined;
  /** Whose answer changed since both last agreed; `both` when the person must say. */
  readonly changedBy: 'me' | 'them' | 'both';
};

/** Where two versions of a draft differ, seen from the one they both came from. */
export function differences(base: Answers, mine: Answers, theirs: Answers): readonly Difference[] {
  const ids = new Set([...Object.keys(mine), ...Object.keys(theirs)]);
  return [...ids].flatMap((id) => {
    if (sameAnswer(mine[id], theirs[id])) return [];
    const changedBy = sameAnswer(mine[id], base[id])
      ? 'them'
      : sameAnswer(theirs[id], base[id])
        ? 'me'
        : 'both';
    return [{ id, mine: mine[id], theirs: theirs[id], changedBy }];
  });
}

export function withAnswer(answers: Answers, id: string, value: AnswerValue | undefined): Answers {
  const { [id]: _, ...rest } = answers;
  return value === undefined ? rest : { ...rest, [id]: value };
}
