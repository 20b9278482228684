import * as z from 'zod';
import type { CaseSummaryDto } from '../../shared/api/dto/case.ts';
import { accept, type Outcome } from '../../shared/api/errors.ts';
import type { applicantRoutes } from '../../shared/api/routes/applicant.ts';
import { draftSummary, summaryOf } from '../cases/case-summary.ts';
import { pinnedProgramme } from '../cases/pinned-programme.ts';
import type { SignedInRequestOf } from '../http/endpoint.ts';
import { type Pointer, readPointers } from '../persistence/account.ts';
import { cursorOf, placeOf } from '../persistence/cursor.ts';
import { draftOf, type StoredDraft } from '../persistence/draft.ts';
import { type Head, headOf } from '../persistence/head.ts';
import { draftKey, headKey } from '../persistence/keys.ts';
import { readItems } from '../persistence/tables.ts';
import type { System } from '../system.ts';

type Request = SignedInRequestOf<typeof applicantRoutes.listApplications>;
type Page = { items: CaseSummaryDto[]; next?: string };

const pageSize = 20;

/** The caller's own: one query for the list, one batch for the heads, one for what is still a draft. */
export const listApplications =
  (system: System) =>
  async ({ actor, query }: Request): Promise<Outcome<Page>> => {
    const place = placeOf(z.string().max(100), query.cursor);
    if (!place.ok) return place;
    const { pointers, next } = await readPointers(system.tables, actor.id, pageSize, place.value);
    const heads = await headsOf(system, pointers);
    const drafts = await draftsOf(
      system,
      pointers.filter(({ caseId }) => !heads.has(caseId)),
    );
    const now = system.now();
    const calendar = await system.calendarAt(now);
    const rows = await Promise.all(
      pointers.map(async ({ caseId, programme: pinned }) => {
        const { programme } = await pinnedProgramme(system, pinned);
        const head = heads.get(caseId);
        if (head) {
          // Which officer holds the case is the office's affair.
          const { state, enterpriseName } = head;
          const row = { ...state, enterpriseName, officer: undefined };
          return [summaryOf(row, programme, calendar, now)];
        }
        const draft = drafts.get(caseId);
        return draft ? [draftSummary(draft, programme)] : [];
      }),
    );
    return accept({ items: rows.flat(), ...(next !== undefined && { next: cursorOf(next) }) });
  };

async function headsOf({ tables }: System, pointers: readonly Pointer[]): Promise<ReadonlyMap<string, Head>> {
  const items = await readItems(
    tables,
    pointers.map(({ caseId }) => headKey(caseId)),
  );
  return new Map(items.map(headOf).map((head) => [head.state.caseId, head]));
}

async function draftsOf(
  { tables, dataKey, now }: System,
  pointers: readonly Pointer[],
): Promise<ReadonlyMap<string, StoredDraft>> {
  if (pointers.length === 0) return new Map();
  const key = await dataKey();
  const items = await readItems(
    tables,
    pointers.map(({ caseId }) => draftKey(caseId)),
  );
  const live = items.flatMap((item) => draftOf(item, key, now())?.open() ?? []);
  return new Map(live.map((draft) => [draft.caseId, draft]));
}
