import type { DecisionDto } from '../../shared/api/routes/auditor.ts';
import type { JournalEvent } from '../../shared/ledger/journal-event.ts';
import type { Programme } from '../../shared/programmes/programme.ts';
import { type CaseEvent, CaseEventSchema } from '../../shared/workflow/event.ts';
import { pinnedProgramme } from '../cases/pinned-programme.ts';
import { type Head, headOf } from '../persistence/head.ts';
import type { PlacedEvent } from '../persistence/journal-by-day.ts';
import { headKey } from '../persistence/keys.ts';
import { readItems } from '../persistence/tables.ts';
import type { System } from '../system.ts';

export type PlacedDecision = { readonly decision: DecisionDto; readonly order: string };

/** The decisions among events, with what their cases' heads know besides. */
export async function decisionsAmong(
  { tables, programmes }: System,
  placed: readonly PlacedEvent[],
): Promise<readonly PlacedDecision[]> {
  const found = placed.flatMap(({ event, order }) => {
    const parsed = CaseEventSchema.safeParse({ type: event.type, data: event.data });
    const verdict = parsed.success ? verdictOf(parsed.data) : undefined;
    return verdict ? [{ event, order, verdict }] : [];
  });
  const cases = [...new Set(found.map(({ event }) => event.caseId))];
  const items = await readItems(tables, cases.map(headKey), { consistent: false });
  const heads = new Map(items.map(headOf).map((head) => [head.state.caseId, head]));
  const rows = found.map(async ({ event, order, verdict }) => {
    const head = heads.get(event.caseId);
    if (head === undefined) throw new Error(`${event.caseId} has events but no head`);
    const { programme } = await pinnedProgramme({ programmes }, head.state.programme);
    return { order, decision: dtoOf(event, verdict, head, programme) };
  });
  return Promise.all(rows);
}

type Verdict = {
  readonly outcome: string;
  /** Absent at acceptance, which every programme has once. */
  readonly stage?: string;
  /** Fen. */
  readonly amount: number;
  readonly computed: number;
  readonly time: { readonly used: number; readonly promised: number };
};

function verdictOf(event: CaseEvent): Verdict | undefined {
  switch (event.type) {
    case 'application-accepted':
      return { outcome: 'accepted', amount: 0, computed: 0, time: event.data.time };
    case 'application-not-accepted':
      return { outcome: 'not-accepted', amount: 0, computed: 0, time: event.data.time };
    case 'recommendation-made': {
      const { stage, opinion, amount, evaluation, time } = event.data;
      const outcome = opinion === 'support' ? 'recommended' : 'opposed';
      return { outcome, stage, amount, computed: evaluation.amount, time };
    }
    case 'stage-approved': {
      const { stage, amount, evaluation, time } = event.data;
      return { outcome: 'approved', stage, amount, computed: evaluation.amount, time };
    }
    case 'application-approved': {
      const { stage, grant, time } = event.data;
      return { outcome: 'approved', stage, amount: grant.amount, computed: grant.computed, time };
    }
    case 'application-refused': {
      const { stage, evaluation, time } = event.data;
      return { outcome: 'refused', stage, amount: 0, computed: evaluation.amount, time };
    }
    default:
      return undefined;
  }
}

const dtoOf = (
  { caseId, seq, at, type, actor }: JournalEvent,
  { outcome, stage, amount, computed, time }: Verdict,
  { state, enterpriseName }: Head,
  programme: Programme,
): DecisionDto => ({
  caseId,
  seq,
  at,
  event: type,
  programme: programme.id,
  version: programme.version,
  programmeTitle: programme.title,
  town: state.town,
  office: actor.office ?? '',
  officer: actor.id,
  applicant: state.applicant,
  stage: stage ?? programme.stages.find(({ kind }) => kind === 'acceptance')?.id ?? '',
  outcome,
  enterprise: state.enterprise,
  enterpriseName,
  amount,
  computed,
  daysUsed: time.used,
  daysPromised: time.promised,
});
