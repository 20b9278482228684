import { afterAll, expect, test } from 'vitest';
import { runClock } from '../../functions/clock/run-clock.ts';
import { runNotifier } from '../../functions/notifier/run-notifier.ts';
import { type InboxItem, readInboxes } from '../../functions/persistence/inbox.ts';
import { recipientKey } from '../../shared/messages/message.ts';
import { type TemplateId, templates } from '../../shared/messages/templates.ts';
import { type InProcess, startInProcess } from '../support/in-process.ts';
import { testNotifier } from '../support/messaging.ts';
import { historyOf } from '../support/simulated-year/compare.ts';
import { EngineCounty } from '../support/simulated-year/engine-county.ts';
import { publishedAt } from '../support/simulated-year/holidays.ts';
import { listOf, remindersOf } from '../support/simulated-year/lists-of-the-day.ts';
import { type Act, type Life, Story, type Told } from '../support/simulated-year/oracle.ts';
import { makePlans, type Plan } from '../support/simulated-year/plan.ts';
import { PureCounty } from '../support/simulated-year/pure-county.ts';

/**
 * A year of a county: what people do is made up by `plan.ts`, what must come of it is reckoned on paper by
 * `oracle.ts`, and here the county lives it, with a clock that stands for days and runs twice, and mail that is
 * down. Nothing of that may show.
 */
type Case = { readonly plan: Plan; readonly life: Life };
const instant = (ms: number): string => new Date(ms).toISOString();
const dayMs = 86_400_000;

const live = (plans: readonly Plan[], end: string): readonly Case[] =>
  plans.map((plan) => ({ plan, life: new Story(plan).tell(Date.parse(end)) }));

const actsOf = (cases: readonly Case[]): readonly { readonly plan: Plan; readonly act: Act }[] =>
  cases
    .flatMap(({ plan, life }) => life.acts.map((act) => ({ plan, act })))
    .toSorted((one, other) => (one.act.at < other.act.at ? -1 : one.act.at > other.act.at ? 1 : 0));

/** Twenty past eight in Beijing, every day. */
function mornings(from: string, to: string): readonly string[] {
  const first = Date.parse(`${from}T00:20:00.000Z`);
  const count = Math.floor((Date.parse(to) - first) / dayMs) + 1;
  return Array.from({ length: count }, (_, day) => instant(first + day * dayMs));
}

type Outage = readonly [from: string, to: string];
const during = (outages: readonly Outage[], at: string): boolean =>
  outages.some(([from, to]) => from <= at && at < to);

const spoken = ({ to, template }: Told): string => `${to} ${template}`;

/** Lets people act and the clock run, each at its time. */
async function pass(
  acts: ReturnType<typeof actsOf>,
  runs: readonly string[],
  act: (plan: Plan, act: Act) => Promise<void>,
  run: (at: string) => Promise<void>,
): Promise<void> {
  let next = 0;
  for (const { plan, act: done } of acts) {
    for (; next < runs.length && runs[next]! <= done.at; next += 1) await run(runs[next]!);
    await act(plan, done);
  }
  for (; next < runs.length; next += 1) await run(runs[next]!);
}

/** Days around every long holiday, three weeks in summer, and the day on which new holidays come into force. */
const clockOutages: readonly Outage[] = [
  ['2026-02-13', '2026-02-26'],
  ['2026-04-03', '2026-04-08'],
  ['2026-05-01', '2026-05-11'],
  ['2026-07-06', '2026-07-28'],
  ['2026-09-28', '2026-10-12'],
  ['2026-12-14', '2026-12-22'],
  ['2026-12-31', '2027-01-07'],
];

test('thousands of cases over a year: every date, lapse, escalation and message is as reckoned on paper', async () => {
  const end = '2027-02-28T00:00:00.000Z';
  const cases = live(makePlans(3000, 20261123), end);
  const standing = new PureCounty();
  const runs = mornings('2026-01-05', end).filter((at) => !during(clockOutages, at));
  await pass(
    actsOf(cases),
    [...runs.flatMap((at, index) => (index % 5 ? [at] : [at, at])), end],
    (plan, act) => standing.act(plan, act),
    (at) => standing.tick(at),
  );
  let events = 0;
  for (const { plan, life } of cases) {
    const history = historyOf(plan, standing.journalOf(plan));
    expect(history, JSON.stringify(plan)).toEqual(life.history);
    expect(standing.toldOf(plan).map(spoken).toSorted()).toEqual(life.told.map(spoken).toSorted());
    events += history.length;
  }
  // The year must not become empty unnoticed.
  expect(events).toBeGreaterThan(40_000);
  const types = new Set(cases.flatMap(({ life }) => life.history.map(({ type, by }) => `${type} ${by}`)));
  for (const happened of [
    'application-accepted clock',
    'application-lapsed clock',
    'case-escalated clock',
    'notice-closed clock',
    'due-date-moved clock',
    'award-closed clock',
  ]) {
    expect(types).toContain(happened);
  }
});

test('a clock that runs every six hours leaves the same history as one that stands for weeks', async () => {
  const end = '2027-02-28T00:00:00.000Z';
  const cases = live(makePlans(500, 7), end);
  const [always, hardly] = [new PureCounty(), new PureCounty()];
  const everySixHours = mornings('2026-01-05', end).flatMap((at) =>
    [0, 6, 12, 18].map((hours) => instant(Date.parse(at) + hours * 3_600_000)),
  );
  const everyThreeWeeks = mornings('2026-01-05', end).filter((_, day) => day % 21 === 0);
  const acts = actsOf(cases);
  for (const [county, runs] of [
    [always, everySixHours],
    [hardly, everyThreeWeeks],
  ] as const) {
    await pass(
      acts,
      [...runs.filter((at) => at < end), end],
      (plan, act) => county.act(plan, act),
      (at) => county.tick(at),
    );
  }
  for (const { plan } of cases) expect(hardly.journalOf(plan)).toEqual(always.journalOf(plan));
});

/** Some thousand transactions, each with its fsync: seconds on a quiet machine, a minute on a busy one. */
let inProcess: InProcess | undefined;
afterAll(() => inProcess?.stop());

test('the same on the real engine over a winter: journal, inboxes, letters, lists and the bus', async () => {
  const [begin, end] = ['2026-12-01', '2027-01-12T00:20:00.000Z'];
  const cases = live(makePlans(40, 42, { from: begin, to: '2026-12-20' }), end);
  inProcess = await startInProcess();
  const { system, tables, clock } = inProcess;
  const county = new EngineCounty(inProcess);
  clock.now = `${begin}T00:00:00.000Z`;
  await county.furnish(cases.map(({ plan }) => plan));
  const { notifier, mail, bus } = testNotifier(inProcess);

  const notifierOutages: readonly Outage[] = [
    ['2026-12-04', '2026-12-09'],
    ['2027-01-01', '2027-01-05'],
  ];
  const mailOutages: readonly Outage[] = [
    ['2026-12-08', '2026-12-10'],
    ['2026-12-20', '2026-12-24'],
  ];
  const options = {
    channels: { mail: true, sms: false, bus: true },
    removeObject: inProcess.objects.remove,
    log: () => undefined,
  };
  const clockRuns: string[] = [];
  let published = false;
  await pass(
    actsOf(cases),
    mornings(begin, end),
    (plan, act) => county.act(plan, act),
    async (at) => {
      clock.now = at;
      if (!published && at >= publishedAt) {
        await county.publishHolidays();
        published = true;
      }
      if (!during(clockOutages, at)) {
        const runs = clockRuns.push(at) % 4 === 0 ? 2 : 1;
        await Promise.all(Array.from({ length: runs }, () => runClock(system, options)));
      }
      mail.open = !during(mailOutages, at);
      if (!during(notifierOutages, at)) await runNotifier(notifier);
    },
  );
  // What failed last is tried again within half a day.
  for (let hours = 0; hours < 4; hours += 1) {
    clock.now = instant(Date.parse(clock.now) + 12 * 3_600_000);
    await runNotifier(notifier);
  }

  const caseOf = new Map(cases.map(({ plan, life }) => [county.caseIds.get(plan.index), life]));
  for (const { plan, life } of cases) {
    expect(historyOf(plan, await county.journalOf(plan)), JSON.stringify(plan)).toEqual(life.history);
  }

  const recipients = new Set(cases.flatMap(({ life }) => life.told.map(({ to }) => to)));
  for (const id of county.officers.keys()) recipients.add(recipientKey({ kind: 'person', id }));
  const arrived = new Map<string, readonly InboxItem[]>();
  for (const recipient of recipients) {
    arrived.set(recipient, await readInboxes(tables, [recipient], 5000, undefined));
  }
  const ofDay: readonly TemplateId[] = ['digest-of-the-day', 'correction-due-soon'];
  const told = [...arrived].flatMap(([to, items]) =>
    items
      .filter(({ template }) => !ofDay.includes(template))
      .map(({ caseId, template }) => `${caseId} ${to} ${template}`),
  );
  const expected = cases.flatMap(({ plan, life }) =>
    life.told.map((message) => `${county.caseIds.get(plan.index)} ${spoken(message)}`),
  );
  expect(told.toSorted()).toEqual(expected.toSorted());

  const figuresOf = ({ params }: InboxItem): readonly number[] =>
    ['dueToday', 'late', 'waiting', 'unclaimed'].map((name) => Number(params[name]?.en));
  const lives = cases.map(({ life }) => life);
  for (const [id, officer] of county.officers) {
    const lists = (arrived.get(recipientKey({ kind: 'person', id })) ?? [])
      .filter(({ template }) => template === 'digest-of-the-day')
      .map((item) => [item.at, figuresOf(item)]);
    const due = clockRuns.flatMap((at) => {
      const list = listOf(officer, lives, at);
      return list === undefined ? [] : [[at, list]];
    });
    expect(lists.toReversed(), id).toEqual(due);
  }

  for (const { plan, life } of cases) {
    const applicant = `person:applicant-${plan.index}`;
    const reminders = (arrived.get(applicant) ?? []).filter(
      ({ template }) => template === 'correction-due-soon',
    );
    expect(reminders.length, JSON.stringify(plan)).toBe(remindersOf(life, clockRuns));
    const byMail = (template: string): boolean =>
      templates[template as TemplateId].by.some((channel) => channel === 'mail');
    const letters = mail.letters.filter(({ to }) => to === `applicant-${plan.index}@example.com`);
    const messages = life.told.filter(({ to, template }) => to === applicant && byMail(template));
    expect(letters.length).toBe(messages.length + reminders.length);
    expect(new Set(letters.map(({ id }) => id)).size).toBe(letters.length);
  }

  const heard = bus.map(({ detail }) => ('id' in detail ? String(detail.id) : ''));
  const happened = [...caseOf].flatMap(([caseId, life]) =>
    life.history.map((_, index) => `${caseId}#${index + 1}`),
  );
  expect(heard.toSorted()).toEqual(happened.toSorted());
}, 240_000);
