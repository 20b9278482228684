import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readHead } from '../../functions/persistence/head.ts';
import { readChain } from '../../functions/persistence/journal.ts';
import { rentFreeAnswers } from '../../infra/local/demo/applications.ts';
import { fictionalFactory } from '../../infra/local/demo/factory.ts';
import { postFile } from '../../infra/local/demo/filing.ts';
import { eventHash, noPredecessor } from '../../shared/ledger/journal-event.ts';
import type { SiteFacts } from '../../shared/premises/site.ts';
import type { UnitFacts } from '../../shared/premises/unit.ts';
import { fillIn, submit } from '../support/filing.ts';
import { type Caller, furnish, type InProcess, person, startInProcess } from '../support/in-process.ts';

import { codeOf, problemOf } from '../support/refusal.ts';
import { approveAs, passTown } from '../support/reviewing.ts';

let county: InProcess;
let officer: Caller;
let anyone: Caller;
const town = '610926108';
const siteId = `${town}-standard`;
beforeAll(async () => {
  county = await startInProcess();
  await furnish(county);
  officer = county.as(person('changan-reviewer-1'));
  anyone = county.as();
});
afterAll(() => county.stop());

const site: SiteFacts = {
  name: '标准化厂房',
  community: '双杨社区',
  address: '长安镇双杨社区',
  buildings: [
    { name: '二期', floors: 6, basements: 1 },
    { name: '五期', floors: 6, basements: 0 },
  ],
};
const facts: UnitFacts = {
  site: siteId,
  building: '二期',
  floor: 1,
  area: 200_000,
  power: 200,
  readiness: 'ready',
  photos: [],
  referenceRent: 800,
  rentSource: '县发改局 2026 年参考租金',
  offer: 'offered',
};
const enterUnit = (number: string, change: Partial<UnitFacts> = {}, commandId = randomUUID()) =>
  officer('enterUnit', { body: { commandId, town, number, unit: { ...facts, ...change } } });
const changeUnit = (
  call: Caller,
  unit: string,
  version: number,
  change: Partial<UnitFacts>,
  commandId: string = randomUUID(),
) =>
  call('changeUnit', {
    params: { unit },
    body: { commandId, version, unit: { ...facts, ...change }, reason: '现场核对' },
  });

test('a town enters a site and a unit, once however often the answer gets lost, and everybody sees it', async () => {
  const commandId = randomUUID();
  const entering = { body: { commandId, town, number: 'standard', site } };
  expect(await officer('enterSite', entering)).toMatchObject({ site: siteId, version: 1 });
  expect(await officer('enterSite', entering)).toMatchObject({ version: 1 });
  expect(await codeOf(officer('enterSite', { body: { ...entering.body, commandId: randomUUID() } }))).toBe(
    'premises-exists',
  );
  const again = randomUUID();
  const first = await enterUnit('p2-1', {}, again);
  expect(await enterUnit('p2-1', {}, again)).toEqual(first);
  expect(first).toMatchObject({ unit: `${town}-p2-1`, state: 'offered', freeArea: 200_000, taken: [] });
  expect(await codeOf(enterUnit('p2-1'))).toBe('premises-exists');

  const { sites, units } = await anyone('listPremises', { query: { town } });
  expect([sites.length, units.map(({ unit }) => unit)]).toEqual([1, [`${town}-p2-1`]]);
  expect((await anyone('listPremises')).units).toEqual(units);
  expect(await anyone('listPremises', { query: { town: '610926100' } })).toEqual({ sites: [], units: [] });
  expect(await anyone('getPremises', { params: { unit: `${town}-p2-1` } })).toMatchObject({
    site: { name: '标准化厂房' },
    unit: { building: '二期', referenceRent: 800 },
  });
  expect(await codeOf(anyone('getPremises', { params: { unit: `${town}-none` } }))).toBe('not-found');
});

describe('nobody but the town keeps its premises', () => {
  test.each([
    ['an officer of another town', 'laoxian-reviewer-1', 'outside-your-town'],
    ['the bureau', 'poverty-relief-reviewer-1', 'outside-your-town'],
    ['a county leader', 'county-leader', 'not-permitted'],
    ['an applicant', 'applicant-gloves', 'not-permitted'],
    ['finance', 'finance-officer-1', 'not-permitted'],
  ])('%s', async (_, who, code) => {
    const call = county.as(person(who));
    expect(await codeOf(changeUnit(call, `${town}-p2-1`, 1, { power: 1 }))).toBe(code);
    const body = { commandId: randomUUID(), town, number: 'x', unit: facts };
    expect(await codeOf(call('enterUnit', { body }))).toBe(code);
  });
});

test('a unit lies in a building and on a floor that its site has, and the site cannot lose them', async () => {
  for (const [change, path] of [
    [{ site: `${town}-nowhere` }, '/unit/site'],
    [{ site: '610926102-standard' }, '/unit/site'],
    [{ building: '九期' }, '/unit/building'],
    [{ floor: 7 }, '/unit/floor'],
    [{ building: '五期', floor: -1 }, '/unit/floor'],
  ] as const) {
    const { code, errors } = await problemOf(enterUnit('wrong', change));
    expect([code, errors?.[0]?.path]).toEqual(['invalid-input', path]);
  }
  const shrunk = { ...site, buildings: site.buildings.filter(({ name }) => name !== '二期') };
  const { errors } = await problemOf(
    officer('changeSite', {
      params: { site: siteId },
      body: { commandId: randomUUID(), version: 1, site: shrunk },
    }),
  );
  expect(errors?.[0]?.message.zh).toContain(`${town}-p2-1`);
});

test('every change is on the version that was seen, and an event of the unit’s own chain', async () => {
  await enterUnit('p2-2', { floor: 2 });
  const unit = `${town}-p2-2`;
  const commandId = randomUUID();
  const changed = await changeUnit(officer, unit, 1, { floor: 2, power: 300 }, commandId);
  expect(changed).toMatchObject({ version: 2, power: 300 });
  expect(await changeUnit(officer, unit, 1, { floor: 2, power: 300 }, commandId)).toEqual(changed);
  const late = await problemOf(changeUnit(officer, unit, 1, { floor: 2, power: 1 }));
  expect(late).toMatchObject({ code: 'stale-version', current: { power: 300, version: 2 } });

  const { items } = await officer('unitHistory', { params: { unit } });
  expect(items.map(({ type, actor }) => [type, actor.id])).toEqual([
    ['unit-entered', 'changan-reviewer-1'],
    ['unit-changed', 'changan-reviewer-1'],
  ]);
  const chain = await readChain(county.tables, `premises:${unit}`);
  expect(chain.map(({ previous }) => previous)).toEqual([noPredecessor, chain[0]?.hash]);
  expect(chain.every((event) => eventHash(event) === event.hash)).toBe(true);
});

const factory = { ...fictionalFactory(8), town, site: '标准化厂房二期一层' };
/** From application to approval; the applicant wants `area` of the unit for a year. */
async function rent(unit: string, area: number, site: string): Promise<string> {
  const applicant = county.as(person('applicant-toys'));
  const wanted = { premises: unit, area, months: 12, share: 100_00, jobs: 30, poorJobs: 12 };
  const answers = rentFreeAnswers({ ...factory, site }, wanted, '2026-11-23');
  const caseId = await fillIn(applicant, 'rent-free-premises', answers);
  await submit(applicant, caseId);
  const as = (id: string) => county.as(person(id));
  await passTown(
    [as('changan-reviewer-1'), as('changan-reviewer-2'), as('changan-supervisor')],
    caseId,
    '2026-11-23',
  );
  await approveAs(as('poverty-relief-reviewer-1'), caseId);
  const { status } = await as('county-leader')('getCase', { params: { caseId } });
  if (status === 'under-review') await approveAs(as('county-leader'), caseId);
  return caseId;
}

test('an approval takes its floor; what is given stays, whatever the town changes', async () => {
  const unit = `${town}-p2-1`;
  const caseId = await rent(unit, 120_000, '一层东侧');
  const head = await readHead(county.tables, caseId);
  expect(head?.state.status).toBe('in-notice');
  const [today, from] = [
    await anyone('getPremises', { params: { unit } }),
    { area: 120_000, from: '2027-01-22', to: '2028-01-21' },
  ];
  // Wanted in sixty days: free until then.
  expect(today.unit).toMatchObject({ freeArea: 200_000, state: 'offered', version: 1, taken: [from] });
  expect((await officer('unitTenants', { params: { unit } })).items).toEqual([
    { caseId, enterpriseName: factory.enterpriseName, ...from, handedOver: false },
  ]);
  expect(JSON.stringify(today)).not.toContain(caseId);

  expect(await problemOf(changeUnit(officer, unit, 1, { area: 119_999 }))).toMatchObject({
    code: 'premises-in-use',
    params: { taken: '1,200' },
  });
  expect(await codeOf(changeUnit(officer, unit, 1, { offer: 'out-of-use' }))).toBe('premises-in-use');
  await changeUnit(officer, unit, 1, { area: 120_000 });
  expect((await anyone('getPremises', { params: { unit } })).unit).toMatchObject({
    area: 120_000,
    version: 2,
    taken: [from],
  });
});

test('the last floor goes to one; the next is told what is left', async () => {
  await enterUnit('p5-1', { building: '五期', area: 100_000 });
  await rent(`${town}-p5-1`, 80_000, '五期东侧');
  const applicant = county.as(person('applicant-electronics'));
  const wanted = {
    premises: `${town}-p5-1`,
    area: 30_000,
    months: 12,
    share: 100_00,
    jobs: 30,
    poorJobs: 12,
  };
  const other = { ...fictionalFactory(19), town, site: '五期西侧' };
  const caseId = await fillIn(applicant, 'rent-free-premises', rentFreeAnswers(other, wanted, '2026-11-23'));
  const { explanation } = await applicant('checkDraft', { params: { caseId } });
  const rule = explanation?.rules.find(({ id }) => id === 'area-is-free');
  expect([rule?.result, rule?.failure?.zh]).toEqual([
    'not-met',
    '该厂房只剩 200 平方米 空余，请减少面积或另选厂房。',
  ]);
});

test('a photograph is public once the unit names it, and only then', async () => {
  const unit = `${town}-p2-2`;
  const png = new Blob([new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1])], {
    type: 'image/png',
  });
  const form = await officer('requestPhotoUpload', {
    params: { unit },
    body: { name: '门面.png', type: 'image/png', size: png.size },
  });
  const { photo } = form;
  expect(await codeOf(changeUnit(officer, unit, 2, { floor: 2, photos: [photo] }))).toBe(
    'document-not-found',
  );
  await postFile(form, png);
  expect(await officer('confirmPhotoUpload', { params: { unit, photo } })).toEqual({ photo, state: 'clean' });
  expect(await codeOf(anyone('photoLink', { params: { unit, photo } }))).toBe('document-not-found');
  await changeUnit(officer, unit, 2, { floor: 2, photos: [photo] });
  const { url } = await anyone('photoLink', { params: { unit, photo } });
  expect((await fetch(url)).headers.get('content-type')).toBe('image/png');
  // A photograph of one unit is none of another.
  expect(await codeOf(changeUnit(officer, `${town}-p2-1`, 2, { area: 120_000, photos: [photo] }))).toBe(
    'document-not-found',
  );
  expect(
    await codeOf(
      county.as(person('laoxian-reviewer-1'))('requestPhotoUpload', {
        params: { unit },
        body: { name: 'a.png', type: 'image/png', size: 9 },
      }),
    ),
  ).toBe('outside-your-town');
});
