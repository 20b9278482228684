import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Profile } from '../../shared/enterprises/profile.ts';
import { smsLetter } from '../../shared/messages/letter.ts';
import { type Message, recipientKey } from '../../shared/messages/message.ts';
import { messagesOf } from '../../shared/messages/messages-of.ts';
import { messagesOfProfile } from '../../shared/messages/messages-of-profile.ts';
import { pathOf, renderMessage } from '../../shared/messages/render.ts';
import { templates, titleSlots } from '../../shared/messages/templates.ts';
import { evolve } from '../../shared/workflow/evolve.ts';
import type { CaseState } from '../../shared/workflow/state.ts';
import { type CaseDesk, cases, people, refusal } from '../support/case-desk.ts';
import { live, lives } from '../support/random-lives.ts';
import { situations } from '../support/situations.ts';

/** What every event of a life told, in order. */
function toldBy(desk: CaseDesk): readonly (readonly Message[])[] {
  let before: CaseState | undefined;
  return desk.journal.map(({ event, ...envelope }) => {
    const after = evolve(before, event, envelope);
    const { actor, at } = envelope;
    const messages = messagesOf(event, { before, after, programme: desk.programme, actor, at });
    before = after;
    return messages;
  });
}
const lastOf = (desk: CaseDesk) =>
  toldBy(desk)
    .at(-1)!
    .map(({ to, template }) => [recipientKey(to), template]);

const slotsIn = (words: string): string[] => [...words.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!);

test('titles, which become mail subjects and SMS, have no slot but the case and the day', () => {
  for (const [id, { title }] of Object.entries(templates)) {
    const slots = [...slotsIn(title.zh), ...slotsIn(title.en)];
    expect(
      slots.filter((slot) => !titleSlots.some((known) => known === slot)),
      id,
    ).toEqual([]);
  }
});

test('both languages of a template say the same things', () => {
  for (const [id, { title, body }] of Object.entries(templates)) {
    expect(new Set(slotsIn(title.en)), id).toEqual(new Set(slotsIn(title.zh)));
    expect(new Set(slotsIn(body.en)), id).toEqual(new Set(slotsIn(body.zh)));
  }
});

test('an SMS fits into one message of 70 characters', () => {
  for (const template of Object.keys(templates) as Message['template'][]) {
    const params = { case: { zh: 'PL-00000-00000', en: '' }, date: { zh: '2026年11月30日', en: '' } };
    const said = renderMessage({ template, params });
    expect(smsLetter('', '', said).text.length, template).toBeLessThanOrEqual(70);
  }
});

const applicant = `person:${people.applicant.id}`;
const townOffice = 'office:town-610926100';
const townHead = 'head:town-610926100';
const claim = { type: 'claim' } as const;

/** What the last event told, and to whom. */
const scripts: readonly [string, () => CaseDesk, [string, string][]][] = [
  [
    'an application',
    () => cases.atAcceptance(),
    [
      [applicant, 'receipt'],
      [townOffice, 'case-arrived'],
    ],
  ],
  [
    'the town’s silence',
    () => cases.atAcceptance().at('2026-03-10T01:00:00.000Z').do(people.clock, { type: 'deem-accepted' }),
    [
      [applicant, 'accepted-by-silence'],
      [townOffice, 'case-arrived'],
      [townHead, 'silence-accepted'],
    ],
  ],
  ['a correction notice', () => cases.returned(), [[applicant, 'correction-wanted']]],
  [
    'a correction, to who asked for it',
    () => cases.returned().do(people.applicant, { type: 'resubmit' }),
    [
      [applicant, 'correction-received'],
      [`person:${people.townA.id}`, 'case-corrected'],
    ],
  ],
  [
    'half of the time, to head and holder',
    () =>
      cases
        .atBureau()
        .do(people.bureauA, claim)
        .at('2026-03-09T01:00:00.000Z')
        .do(people.clock, { type: 'escalate' }),
    [
      ['head:human-resources-bureau', 'half-used'],
      [`person:${people.bureauA.id}`, 'half-used'],
    ],
  ],
  ['a claim, to nobody', () => cases.atBureau().do(people.bureauA, claim), []],
  [
    'a release by the head, to who held it',
    () => cases.atBureau().do(people.bureauA, claim).do(people.bureauHead, { type: 'release' }),
    [[`person:${people.bureauA.id}`, 'case-taken-away']],
  ],
  [
    'a release of one’s own, to nobody',
    () => cases.atBureau().do(people.bureauA, claim).do(people.bureauA, { type: 'release' }),
    [],
  ],
  [
    'a notice',
    () => cases.inNotice(),
    [
      [applicant, 'approved-in-notice'],
      ['office:county-office', 'notice-began'],
    ],
  ],
  [
    'the end of a notice',
    () => cases.approved(),
    [
      [applicant, 'notice-closed'],
      ['office:finance-bureau', 'case-to-deliver'],
    ],
  ],
  [
    'an expedite that is declined, to who asked',
    () =>
      cases
        .atBureau()
        .do(people.bureauA, claim)
        .do(people.bureauA, { type: 'request-expedite', reason: '企业急需资金' })
        .do(people.bureauHead, { type: 'consent-expedite', agreed: false, reason: '不属紧急' }),
    [[`person:${people.bureauA.id}`, 'expedite-declined']],
  ],
  [
    'a refusal after a review, which leaves only remedies outside',
    () =>
      cases
        .underInternalReview()
        .do(people.countyA, { type: 'decide-internal-review', outcome: 'revoke', reason: '须重新核查' })
        .do(people.bureauB, claim)
        .do(people.bureauB, refusal),
    [[applicant, 'refused-after-review']],
  ],
  [
    'a report that did not come',
    () => situations['report late']().do(people.clock, { type: 'mark-report-overdue' }),
    [
      [applicant, 'report-overdue'],
      [townOffice, 'report-overdue-for-town'],
    ],
  ],
  [
    'money that will not be paid',
    () => situations['paid in part']().do(people.bureauA, { type: 'release-unpaid', reason: '不再需要' }),
    [[applicant, 'unpaid-released']],
  ],
  [
    'a write-off that is declined, to those who collect',
    () =>
      situations['write-off proposed']().do(people.bureauB, {
        type: 'decline-write-off',
        reason: '请继续追缴',
      }),
    [['office:finance-bureau', 'write-off-declined']],
  ],
];

/** Every situation there is, and random lives: the same ones in every run, since they take a while. */
const told = [
  ...Object.values(situations).map((start) => start()),
  ...scripts.map(([, start]) => start()),
  ...fc.sample(lives, { numRuns: 60, seed: 20261123 }).map(live),
].flatMap(toldBy);

test('nobody is told twice of one event, every slot is filled, and nobody is named', () => {
  const ids = Object.values(people).map(({ id }) => id);
  for (const messages of told) {
    const recipients = messages.map(({ to }) => recipientKey(to));
    expect(new Set(recipients).size).toBe(recipients.length);
    for (const message of messages) {
      const said = JSON.stringify(renderMessage(message));
      expect(said, message.template).not.toMatch(/\{\w+\}|undefined/);
      expect(ids.filter((id) => said.includes(id))).toEqual([]);
    }
  }
});

test('every template about a case is used', () => {
  const used = new Set(told.flat().map(({ template }) => template));
  const unused = Object.keys(templates).filter((id) => !used.has(id as Message['template']));
  // Made by the clock for a day, or only when a calendar is published, or about an enterprise.
  expect(unused.toSorted()).toEqual([
    'branch-decided',
    'colleague-asks',
    'correction-due-soon',
    'digest-of-the-day',
    'helped-mend-due-soon',
    'helped-report-due-soon',
    'may-act-now',
    'may-not-act',
    'mend-due-soon',
    'profile-to-decide',
    'promise-moved',
    'promise-moved-for-desk',
    'report-due-soon',
  ]);
});

const acting = (account: string) => ({
  account,
  name: '某某',
  state: 'confirmed' as const,
  at: '2026-03-02T02:00:00.000Z',
});
const profile: Profile = {
  enterprise: '91610926MA0000007W',
  version: 5,
  name: '平利县兴旺电子有限公司',
  town: '610926100',
  members: [acting('founder'), acting('partner')],
  branches: [],
};

test.each([
  ['enterprise-entered', {}, [[townOffice, 'profile-to-decide']]],
  [
    'member-asked',
    { account: 'newcomer' },
    [
      ['person:founder', 'colleague-asks'],
      ['person:partner', 'colleague-asks'],
    ],
  ],
  ['member-confirmed', { account: 'newcomer' }, [['person:newcomer', 'may-act-now']]],
  ['member-removed', { account: 'newcomer' }, [['person:newcomer', 'may-not-act']]],
  ['member-removed', { account: 'officer' }, []],
  ['branch-added', { town: '610926106' }, []],
  [
    'branch-added',
    { town: '610926106', enterprise: 'branch' },
    [['office:town-610926106', 'profile-to-decide']],
  ],
  [
    'branch-confirmed',
    {},
    [
      ['person:founder', 'branch-decided'],
      ['person:partner', 'branch-decided'],
    ],
  ],
  ['profile-restated', {}, []],
])('%s of an enterprise (%j)', (type, data, expected) => {
  const messages = messagesOfProfile({ type, data, actor: 'officer', profile });
  expect(messages.map(({ to, template }) => [recipientKey(to), template])).toEqual(expected);
});

test.each(scripts)('%s', (_, desk, told) => {
  expect(lastOf(desk())).toEqual(told);
});

test('an officer who filed for the applicant hears what the applicant hears', () => {
  const desk = cases.draft().fileFor(people.townC);
  desk.do(people.townC, { type: 'submit', declaration: { version: '2026-1', agreed: true } });
  expect(lastOf(desk)).toEqual([
    [applicant, 'receipt'],
    [`person:${people.townC.id}`, 'receipt'],
    [townOffice, 'case-arrived'],
  ]);
});

test('what is said reads well in both languages', () => {
  const [message] = toldBy(cases.returned()).at(-1)!;
  expect(renderMessage(message!)).toEqual({
    title: {
      zh: '申请 PL20260302-000001 需要补正',
      en: 'Application PL20260302-000001 needs a correction',
    },
    body: {
      zh: '您的“测试补助”申请有 1 处内容需要补正，请在2026年3月23日（含当日）以前提交。逾期不补正的，申请将终止。补正期间不计入办理期限。',
      en: 'Your application for “测试补助” needs 1 correction(s). Hand them in by 23 March 2026 (inclusive), or the application lapses. The time limit stands meanwhile.',
    },
  });
  expect(pathOf('application', { caseId: 'PL-1' })).toBe('/applications/PL-1');
});
