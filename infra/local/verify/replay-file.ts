import { openDossier } from '../../../shared/ledger/verify-dossier.ts';
import type { Programme } from '../../../shared/programmes/programme.ts';
import { replayDossier } from '../../../shared/rules/replay-dossier.ts';

type Replayed = ReturnType<typeof replayDossier>;

/** What a replay of all dossiers of a file found, summed up. */
export type ReplaySummary = {
  readonly cases: number;
  readonly decisions: number;
  readonly same: number;
  /** Decisions of which the form was altered or is missing: nothing can be said of them. */
  readonly unsure: number;
  /** How many decisions differ in each thing. */
  readonly differing: Readonly<Record<'outcome' | 'amount' | 'rule' | 'term', number>>;
  /** Fen: what all differing decisions together would have been changed by. */
  readonly amountChange: number;
  /** The first of those that differ or are unsure, for reading. */
  readonly examples: readonly { readonly caseId: string; readonly decision: Replayed['decisions'][number] }[];
};

const exampleCount = 20;

/** Replays the dossiers among the lines of a verified file: a single one, or a collection. */
export async function replayFile(
  lines: AsyncIterable<string>,
  under: Programme | undefined,
): Promise<ReplaySummary> {
  const differing = { outcome: 0, amount: 0, rule: 0, term: 0 };
  const examples: { caseId: string; decision: Replayed['decisions'][number] }[] = [];
  let [cases, decisions, same, unsure, amountChange] = [0, 0, 0, 0, 0];
  for await (const line of lines) {
    const dossier = openDossier(line);
    // The manifest and the end of a collection.
    if (!dossier.ok) continue;
    const { caseId, pinned, decisions: replayed } = replayDossier(dossier.value, under);
    if (under && pinned?.id !== under.id) continue;
    cases += 1;
    for (const decision of replayed) {
      decisions += 1;
      if (decision.inputs !== 'as-recorded') unsure += 1;
      else if (decision.differences.length === 0) same += 1;
      for (const kind of new Set(decision.differences.map((difference) => difference.kind))) {
        differing[kind] += 1;
      }
      amountChange += (decision.replayed?.amount ?? decision.recorded.amount) - decision.recorded.amount;
      const remarkable = decision.inputs !== 'as-recorded' || decision.differences.length > 0;
      if (remarkable && examples.length < exampleCount) examples.push({ caseId, decision });
    }
  }
  return { cases, decisions, same, unsure, differing, amountChange, examples };
}
