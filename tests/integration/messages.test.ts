import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { runClock } from '../../functions/clock/run-clock.ts';
import { announce } from '../../functions/messages/announce.ts';
import { runNotifier } from '../../functions/notifier/run-notifier.ts';
import { keepContact } from '../../functions/persistence/contact.ts';
import { fictionalCreditCode } from '../../infra/local/demo/fictional-enterprise.ts';
import { gloveMakerGrant } from '../../infra/local/demo/glove-maker.ts';
import { busJsonSchemas } from '../../shared/messages/bus-schemas.ts';
import { fillIn, submit } from '../support/filing.ts';
import { type Caller, furnish, type InProcess, person, startInProcess } from '../support/in-process.ts';
import { testNotifier } from '../support/messaging.ts';
import { act } from '../support/reviewing.ts';

/** Monday 23 November 2026, ten in the morning in Beijing. */
const monday = '2026-11-23T02:00:00.000Z';

let county: InProcess;
let ways: ReturnType<typeof testNotifier>;
let reviewer: Caller;
const channels = { mail: true, sms: true, bus: false };
const later = (minutes: number) => {
  county.clock.now = new Date(Date.parse(county.clock.now) + minutes * 60_000).toISOString();
};
const tell = () => runNotifier(ways.notifier);

beforeAll(async () => {
  county = await startInProcess();
  await furnish(county);
  reviewer = county.as(person('chengguan-reviewer-1'));
  for (const id of ['applicant-electronics', 'applicant-toys', 'chengguan-supervisor']) {
    await keepContact(county.tables, id, { mail: `${id}@example.com` });
  }
  await keepContact(county.tables, 'applicant-tea', { mail: 'tea@example.com', mobile: '13812345678' });
});
beforeEach(() => {
  ways = testNotifier(county);
});
afterAll(() => county.stop());

let enterprises = 0;
async function apply(applicantId: string): Promise<string> {
  enterprises += 1;
  const applicant = county.as(person(applicantId));
  const caseId = await fillIn(applicant, 'startup-grant', {
    ...gloveMakerGrant(),
    site: `第 ${enterprises} 车间`,
    equipment: [
      { name: '贴片机', quantity: 2, unitPrice: 6_000_000, invoiceNumber: `${80_000_000 + enterprises}` },
    ],
  });
  await submit(applicant, caseId);
  return caseId;
}

const correct = async (caseId: string) => {
  await act(reviewer, caseId, { type: 'claim' });
  await act(reviewer, caseId, {
    type: 'return-for-correction',
    items: [{ path: '/actualInvestment', reason: '请核对身份证 110105 开头的号码' }],
  });
};

test('an applicant and the office hear of an application, each in their own inbox', async () => {
  const caseId = await apply('applicant-electronics');
  await tell();
  const applicant = county.as(person('applicant-electronics'));
  const { items, unread } = await applicant('getInbox');
  expect(unread).toBe(1);
  expect(items).toEqual([
    expect.objectContaining({
      caseId,
      at: monday,
      link: `/applications/${caseId}`,
      unread: true,
      title: { zh: `申请 ${caseId} 已收到`, en: `Application ${caseId} received` },
    }),
  ]);
  expect(items[0]!.body.zh).toContain('最迟于2026年11月30日答复');
  expect((await reviewer('getInbox')).items[0]).toMatchObject({ caseId, link: `/cases/${caseId}` });
  expect((await county.as(person('guangfo-reviewer-1'))('getInbox')).items).toEqual([]);
  expect((await county.as(person('applicant-toys'))('getInbox')).items).toEqual([]);
});

test('what was read stays read, and what comes later is new', async () => {
  const applicant = county.as(person('applicant-electronics'));
  const { items } = await applicant('getInbox');
  const through = items[0]!.arrivedAt;
  expect(await applicant('markInboxRead', { body: { through } })).toEqual({ unread: 0 });
  expect((await applicant('getInbox')).items[0]).toMatchObject({ unread: false });
  // A device that comes late with an older mark changes nothing; nor can anybody read the future.
  await applicant('markInboxRead', { body: { through: '2020-01-01T00:00:00.000Z' } });
  await applicant('markInboxRead', { body: { through: '2099-01-01T00:00:00.000Z' } });
  expect(await applicant('countUnread')).toEqual({ unread: 0 });
  later(10);
  const caseId = await apply('applicant-electronics');
  await tell();
  expect(await applicant('countUnread')).toEqual({ unread: 1 });
  expect((await applicant('getInbox')).items.map((item) => [item.caseId === caseId, item.unread])).toEqual([
    [true, true],
    [false, false],
  ]);
});

test('an inbox is read page by page', async () => {
  const message = {
    to: { kind: 'person', id: 'applicant-gloves' },
    template: 'withdrawn',
    params: {},
    page: 'worklist',
  } as const;
  for (let count = 0; count < 22; count += 1) {
    later(1);
    const occasion = { source: `test:${count}`, at: county.clock.now };
    await announce(county.tables, channels, occasion, [message], county.clock.now);
  }
  const applicant = county.as(person('applicant-gloves'));
  const first = await applicant('getInbox');
  expect(first.items).toHaveLength(20);
  const second = await applicant('getInbox', { query: { cursor: first.next! } });
  expect(second.items).toHaveLength(2);
  expect(second.next).toBeUndefined();
  const ids = [...first.items, ...second.items].map(({ id }) => id);
  expect(new Set(ids).size).toBe(22);
  expect(ids).toEqual(ids.toSorted().toReversed());
});

test('however often and by however many it is run, everybody is told once', async () => {
  later(10);
  const caseId = await apply('applicant-toys');
  await Promise.all([tell(), tell(), tell()]);
  later(3);
  await tell();
  const { items } = await county.as(person('applicant-toys'))('getInbox');
  expect(items.filter((item) => item.caseId === caseId)).toHaveLength(1);
  expect(ways.mail.letters.filter(({ to }) => to === 'applicant-toys@example.com')).toHaveLength(1);
});

test('a letter names the case and nothing of a person, and goes where the account says', async () => {
  later(10);
  const caseId = await apply('applicant-tea');
  await correct(caseId);
  await tell();
  const letters = ways.mail.letters.filter(({ to }) => to === 'tea@example.com');
  // Several letters leave at once: which arrives first is the mail's affair.
  expect(new Set(letters.map(({ subject }) => subject))).toEqual(
    new Set([`【平利社区工厂】申请 ${caseId} 已收到`, `【平利社区工厂】申请 ${caseId} 需要补正`]),
  );
  expect(letters[1]!.text).toContain(`https://portal.example/applications/${caseId}`);
  // The officer's own words stay in the case.
  expect(JSON.stringify(letters)).not.toContain('110105');
  // Only what cannot wait goes by SMS.
  expect(ways.sms.letters).toEqual([
    expect.objectContaining({
      to: '13812345678',
      text: `【平利社区工厂】申请 ${caseId} 需要补正，请登录平台查看。`,
    }),
  ]);
});

test('while mail is down nothing else is, and afterwards every letter leaves once', async () => {
  later(10);
  ways.mail.open = false;
  const cases = [await apply('applicant-tea'), await apply('applicant-tea')];
  await tell();
  const applicant = county.as(person('applicant-tea'));
  expect((await applicant('getInbox')).items.map(({ caseId }) => caseId)).toEqual(
    expect.arrayContaining(cases),
  );
  for (let run = 0; run < 200; run += 1) {
    later(15);
    await tell();
  }
  // Two days: after 1, 5, 15 minutes, 1, 3, 6 hours, then every twelve.
  expect(ways.mail.attempts).toBeLessThan(2 * 12);
  expect(ways.mail.letters).toEqual([]);
  ways.mail.open = true;
  later(24 * 60);
  await tell();
  await tell();
  const sent = ways.mail.letters.map(({ subject }) => subject);
  expect(sent.toSorted()).toEqual(cases.map((id) => `【平利社区工厂】申请 ${id} 已收到`).toSorted());
});

test('a mailbox that does not exist is not tried again', async () => {
  later(10);
  ways.mail.dead.add('tea@example.com');
  await apply('applicant-tea');
  await tell();
  const { attempts } = ways.mail;
  later(48 * 60);
  await tell();
  expect(ways.mail.attempts).toBe(attempts);
});

test('other systems hear every event, in the published form, without words or people', async () => {
  later(10);
  const caseId = await apply('applicant-tea');
  await correct(caseId);
  await tell();
  // They may come in any order; their numbers tell it.
  const seqOf = ({ detail }: { detail: object }) => ('seq' in detail ? Number(detail.seq) : 0);
  const heard = ways.bus
    .filter(({ detail }) => 'case' in detail && detail.case === caseId)
    .toSorted((one, other) => seqOf(one) - seqOf(other));
  expect(heard.map(({ type }) => type)).toEqual([
    'application-submitted',
    'case-claimed',
    'correction-requested',
  ]);
  expect(heard[2]!.detail).toEqual({
    version: 1,
    id: `${caseId}#3`,
    case: caseId,
    seq: 3,
    at: county.clock.now,
    type: 'correction-requested',
    programme: { id: 'startup-grant', version: 1 },
    town: '610926100',
    status: 'returned',
    data: { due: expect.stringMatching(/^2026-12-/) },
  });
  expect(JSON.stringify(heard)).not.toMatch(/applicant|reviewer|110105/);
  expect(Object.keys(busJsonSchemas())).toEqual(expect.arrayContaining(heard.map(({ type }) => type)));
});

test('an event that cannot be told now is told later, and does not hold up the next', async () => {
  later(10);
  const { programmes } = county.system;
  const [first, second] = [await apply('applicant-electronics'), await apply('applicant-electronics')];
  let failing = true;
  const shaky = {
    ...ways.notifier,
    programmes: {
      ...programmes,
      version: async (id: string, version: number) => {
        if (failing) {
          failing = false;
          throw new Error('unreadable');
        }
        return programmes.version(id, version);
      },
    },
  };
  await runNotifier(shaky);
  later(20);
  await runNotifier(shaky);
  const { items } = await county.as(person('applicant-electronics'))('getInbox');
  expect(items.filter(({ caseId }) => caseId === first || caseId === second)).toHaveLength(2);
  expect(ways.logged).toEqual(
    expect.arrayContaining([expect.objectContaining({ level: 'error', function: 'notifier' })]),
  );
});

test('a colleague who asks to act is put before those who act; before there are any, before the town', async () => {
  later(10);
  const enterprise = fictionalCreditCode(3901);
  const [founder, colleague] = [county.as(person('applicant-tea')), county.as(person('applicant-toys'))];
  const enter = (call: Caller) =>
    call('enterEnterprise', {
      body: {
        commandId: randomUUID(),
        creditCode: enterprise,
        name: '平利县新茶有限公司（演示）',
        town: '610926100',
      },
    });
  const confirm = async (account: string) => {
    const params = { enterprise };
    const { profile } = await reviewer('getProfile', { params });
    const command = { type: 'confirm-member' as const, account, reason: '已核对营业执照。' };
    await reviewer('decideOnProfile', {
      params,
      body: { commandId: randomUUID(), version: profile.version, command },
    });
  };
  const newest = async (call: Caller) => {
    later(1);
    await tell();
    const [first] = (await call('getInbox')).items;
    return [first?.title.zh, first?.link];
  };
  await enter(founder);
  expect(await newest(reviewer)).toEqual(['有企业登记待核对', `/profile-requests/${enterprise}`]);
  await confirm('applicant-tea');
  expect(await newest(founder)).toEqual(['您可以为企业办事了', `/enterprises/${enterprise}`]);

  const before = (await reviewer('getInbox')).items.length;
  ways.mail.letters.length = 0;
  await enter(colleague);
  expect(await newest(founder)).toEqual(['有人申请加入您的企业', `/enterprises/${enterprise}`]);
  expect((await reviewer('getInbox')).items.length).toBe(before);
  const [letter] = ways.mail.letters;
  expect(letter).toMatchObject({ to: 'tea@example.com', subject: '【平利社区工厂】有人申请加入您的企业' });
  expect(letter!.text).toContain(`https://portal.example/enterprises/${enterprise}`);
  // A letter may lie in a mailbox that others read: it does not say who asked.
  expect(letter!.text).not.toContain(person('applicant-toys').displayName);
  await confirm('applicant-toys');
  expect(await newest(colleague)).toEqual(['您可以为企业办事了', `/enterprises/${enterprise}`]);
});

test('officers get one list of their day on a working day, by inbox and mail', async () => {
  const run = (now: string) => {
    county.clock.now = now;
    return runClock(county.system, { channels, removeObject: county.objects.remove, log: () => undefined });
  };
  // Seven in the morning, a Sunday, and then Monday 30 November.
  expect((await run('2026-11-26T23:00:00.000Z')).digests).toBe(0);
  expect((await run('2026-11-29T02:00:00.000Z')).digests).toBe(0);
  const { digests } = await run('2026-11-30T02:00:00.000Z');
  expect(digests).toBeGreaterThan(2);
  expect((await run('2026-11-30T06:00:00.000Z')).digests).toBe(0);
  await tell();
  const head = county.as(person('chengguan-supervisor'));
  const digest = (await head('getInbox')).items.filter(({ link }) => link === '/worklist');
  expect(digest).toHaveLength(1);
  const worklist = await head('worklist');
  const dueToday = worklist.items.filter(({ late }) => late === 'due-today').length;
  expect(digest[0]!.title.zh).toBe('2026年11月30日 待办提醒');
  expect(digest[0]!.body.zh).toBe(
    `今日到期 ${dueToday} 件，已逾期 ${worklist.counts.late} 件，等待申请人补正 ${worklist.counts.returned} 件，待领取 ${worklist.counts.unclaimed} 件。`,
  );
  const letters = ways.mail.letters.filter(({ to }) => to === 'chengguan-supervisor@example.com');
  expect(letters.filter(({ subject }) => subject.includes('待办提醒'))).toHaveLength(1);
});

test('whoever has a correction to hand in is reminded once, three working days before the end', async () => {
  const applicant = county.as(person('applicant-tea'));
  const reminders = async () =>
    (await applicant('getInbox')).items.filter(({ title }) => title.zh.includes('补正期限将满'));
  const run = (now: string) => {
    county.clock.now = now;
    return runClock(county.system, { channels, removeObject: county.objects.remove, log: () => undefined });
  };
  await run('2026-12-08T02:00:00.000Z');
  const before = (await reminders()).length;
  for (const day of ['09', '10', '11', '14', '15', '16']) await run(`2026-12-${day}T02:00:00.000Z`);
  expect((await reminders()).length - before).toBe(2);
});
