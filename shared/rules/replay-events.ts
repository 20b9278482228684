import type { ReplayedDto } from '../api/dto/dossier.ts';
import type { ProtectedAnswers } from '../forms/answers.ts';
import { type Text, text } from '../language/text.ts';
import { digestOf } from '../ledger/digest.ts';
import type { Programme } from '../programmes/programme.ts';
import { EvaluationRecordSchema } from './evaluation.ts';
import { type Difference, replay } from './replay.ts';

/** As much of an event as a replay needs. */
export type EvaluatedEvent = {
  readonly seq: number;
  readonly type: string;
  readonly at: string;
  readonly data: Readonly<Record<string, unknown>>;
};

/**
 * Every evaluation that the events of a case record, made again from the facts in the event and the form it
 * names. `under` is the pinned version to check the record, or any other version to learn what its rules would
 * have said. `formOf` finds a form by its digest; one that no longer has it is evaluated all the same and
 * reported as altered.
 */
export function replayEvents(
  events: readonly EvaluatedEvent[],
  formOf: (digest: string) => ProtectedAnswers | undefined,
  under: Programme,
): readonly ReplayedDto[] {
  return events.flatMap(({ seq, type, at, data }): readonly ReplayedDto[] => {
    const parsed = EvaluationRecordSchema.safeParse(data.evaluation);
    if (!parsed.success) return [];
    const record = parsed.data;
    const about = { seq, type, at, recorded: { outcome: record.outcome, amount: record.amount } };
    const answers = formOf(record.revisionDigest);
    if (answers === undefined) return [{ ...about, inputs: 'missing', differences: [] }];
    const differences = replay(under, answers, record);
    return [
      {
        ...about,
        inputs: digestOf('revision', answers) === record.revisionDigest ? 'as-recorded' : 'altered',
        replayed: {
          outcome: outcomeAfter(differences) ?? record.outcome,
          amount: amountAfter(differences) ?? record.amount,
        },
        differences: differences.map((difference) => ({ ...difference, ...labelOf(difference, under) })),
      },
    ];
  });
}

const outcomeAfter = (differences: readonly Difference[]) => {
  const after = differences.find(({ kind }) => kind === 'outcome')?.replayed;
  return after === 'eligible' || after === 'not-eligible' ? after : undefined;
};

const amountAfter = (differences: readonly Difference[]) => {
  const after = differences.find(({ kind }) => kind === 'amount')?.replayed;
  return typeof after === 'number' ? after : undefined;
};

/** What people call it; its name where the version at hand does not know it. */
function labelOf({ kind, name }: Difference, { terms, rules }: Programme): { label: Text; unit?: string } {
  if (kind === 'outcome') return { label: text('是否符合条件', 'Eligible or not') };
  if (kind === 'amount') return { label: text('核算金额', 'Amount reckoned'), unit: 'fen' };
  const term = kind === 'term' ? terms.find((candidate) => candidate.name === name) : undefined;
  if (term) return { label: term.label, unit: term.unit };
  const rule = rules.find(({ id }) => id === name);
  return { label: rule?.label ?? text(name, name) };
}
