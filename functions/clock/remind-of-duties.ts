import type { WorkingCalendar } from '../../shared/calendar/working-calendar.ts';
import { toApplicant, toOfficer } from '../../shared/messages/addressing.ts';
import { dateText, type Params } from '../../shared/messages/facts.ts';
import type { Message } from '../../shared/messages/message.ts';
import type { TemplateId } from '../../shared/messages/templates.ts';
import type { Programme } from '../../shared/programmes/programme.ts';
import { obligationOf } from '../../shared/workflow/award/schedule.ts';
import type { StateOf } from '../../shared/workflow/state.ts';
import { pinnedProgramme } from '../cases/pinned-programme.ts';
import { announce, type Channels } from '../messages/announce.ts';
import { headOf } from '../persistence/head.ts';
import { readHelper } from '../persistence/helper.ts';
import { headKey } from '../persistence/keys.ts';
import type { OpenCase } from '../persistence/open-cases.ts';
import { readItems } from '../persistence/tables.ts';
import type { System } from '../system.ts';

/**
 * Working days before the day: papers for a report have to be collected first. An announcement is remembered for
 * thirty days, which must be longer.
 */
const remindDays = { report: 10, mending: 3 } as const;

type Reminder = { readonly source: string; readonly messages: readonly Message[] };

/** Reminds enterprises, and whoever looks after them, of reports that fall due and of breaches to be mended, once of each. */
export async function remindOfDuties(
  system: System,
  channels: Channels,
  open: readonly OpenCase[],
  today: string,
): Promise<void> {
  const at = system.now();
  const calendar = await system.calendarAt(at);
  const awards = open.filter(({ status }) => status === 'approved');
  // What of an award is due stands in its head alone: the list knows only what comes first.
  const heads = await readItems(
    system.tables,
    awards.map(({ caseId }) => headKey(caseId)),
  );
  for (const { state } of heads.map(headOf)) {
    if (state.status !== 'approved' || state.award !== 'active') continue;
    const { programme } = await pinnedProgramme(system, state.programme);
    const helper = (await readHelper(system.tables, state.town, state.enterprise))?.officer.id;
    for (const { source, messages } of remindersOf(state, programme, { calendar, today, at, helper })) {
      await announce(system.tables, channels, { source, caseId: state.caseId, at }, messages, at);
    }
  }
}

type Moment = {
  readonly calendar: WorkingCalendar;
  readonly today: string;
  readonly at: string;
  /** Account of the officer who looks after the enterprise. */
  readonly helper: string | undefined;
};

function remindersOf(
  state: StateOf<'approved'>,
  programme: Programme,
  { calendar, today, at, helper }: Moment,
): readonly Reminder[] {
  const facts = { before: state, after: state, programme, actor: 'clock', at };
  const isSoon = (due: string, days: number) =>
    due >= today && calendar.workingDaysBetween(today, due) <= days;
  const about = (id: string, due: string) => ({
    obligation: obligationOf(programme, id).title,
    due: dateText(due),
  });
  const toBoth = (own: TemplateId, helpers: TemplateId, params: Params) => [
    ...toApplicant(own, facts, params),
    ...toOfficer(helper, helpers, facts, params),
  ];
  const { caseId, duties = [], breach } = state;
  const reports = duties
    .filter(({ id, due, report }) => {
      const reported = obligationOf(programme, id).form === undefined || report !== undefined;
      return !reported && isSoon(due, remindDays.report);
    })
    .map(({ id, round, due }) => ({
      source: `reminder:${caseId}:${id}:${round}`,
      messages: toBoth('report-due-soon', 'helped-report-due-soon', about(id, due)),
    }));
  const mending =
    breach && isSoon(breach.mendBy, remindDays.mending)
      ? [
          {
            source: `reminder:${caseId}:mend:${breach.mendBy}`,
            messages: toBoth(
              'mend-due-soon',
              'helped-mend-due-soon',
              about(breach.obligation, breach.mendBy),
            ),
          },
        ]
      : [];
  return [...reports, ...mending];
}
