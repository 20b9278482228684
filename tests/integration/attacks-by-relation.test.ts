import { paginateScan } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runClock } from '../../functions/clock/run-clock.ts';
import { ApiProblem } from '../../shared/api/client.ts';
import type { Route } from '../../shared/api/route.ts';
import { type RouteName, routes } from '../../shared/api/routes.ts';
import {
  accessPolicy,
  askFor,
  type CaseRoute,
  caseRoutes,
  type Moment,
  mayLearn,
  moments,
  openToThePublic,
  type Relation,
  relationNames,
  relations,
} from '../support/access-policy.ts';
import { type Act, applicationActs } from '../support/county-acts.ts';
import { type InProcess, startCounty } from '../support/in-process.ts';
import { dump } from '../support/table-dump.ts';

/** Every route that names a case, asked by everybody, at three moments of a case's life. */
let county: InProcess;
const cases = new Map<Moment, string>();
let before: Readonly<Record<string, string>>;

/** Lives a case until it has done this act; answers its number. */
async function caseAfter(number: number, last: Act['name']): Promise<string> {
  for await (const { name, send, chain } of applicationActs(county, number, 'in-notice')) {
    await send();
    if (name === last && chain !== undefined) return chain;
  }
  throw new Error(`no act ${last}`);
}

beforeAll(async () => {
  county = await startCounty();
  cases.set('approved', await caseAfter(1, 'approve for good'));
  county.clock.now = '2026-12-14T02:00:00.000Z';
  await runClock(county.system, {
    channels: { mail: false, sms: false, bus: false },
    removeObject: county.objects.remove,
    log: () => undefined,
  });
  cases.set('under review', await caseAfter(2, 'recommend'));
  cases.set('in notice', await caseAfter(3, 'approve for good'));
  before = await dump(county.tables);
});
afterAll(() => county.stop());

test('the policy names every route about a case', () => {
  const aboutACase = (Object.keys(routes) as RouteName[]).filter((name) =>
    routes[name].path.includes('{caseId}'),
  );
  expect([...caseRoutes, ...openToThePublic].toSorted()).toEqual(aboutACase.toSorted());
});

/** As the policy says, and as the roles of the route do for those whom no relation would help. */
function expected(route: CaseRoute, moment: Moment, relation: Relation): string {
  const { access } = routes[route];
  const actor = relations[relation];
  if (access !== 'anyone') {
    if (actor === undefined) return 'not-signed-in';
    const roles: readonly string[] = access === 'signed-in' ? actor.roles : access;
    if (!actor.roles.some((role) => role !== 'system' && roles.includes(role))) return 'not-permitted';
  }
  return mayLearn(route, moment).includes(relation) ? 'let through' : 'hidden';
}

async function journalSize(): Promise<number> {
  const { client, journal } = county.tables;
  const counted = paginateScan({ client }, { TableName: journal, Select: 'COUNT' });
  let size = 0;
  for await (const { Count = 0 } of counted) size += Count;
  return size;
}

const hiding = ['case-not-found', 'notice-not-found'];

async function met(route: CaseRoute, relation: Relation, caseId: string): Promise<string> {
  try {
    await county.as(relations[relation])(route, askFor(route, caseId));
    return 'let through';
  } catch (error) {
    if (!(error instanceof ApiProblem)) throw error;
    const { code, status } = error.problem;
    expect(status).toBeLessThan(500);
    if (hiding.includes(code)) return 'hidden';
    return code === 'not-signed-in' || code === 'not-permitted' ? code : 'let through';
  }
}

describe.each(moments)('a case %s', (moment) => {
  test.each(caseRoutes)('by %s', async (route) => {
    const caseId = cases.get(moment) ?? '';
    const asPolicy = Object.fromEntries(relationNames.map((name) => [name, expected(route, moment, name)]));
    const answered: Record<string, string> = {};
    const kept = await journalSize();
    for (const relation of relationNames) answered[relation] = await met(route, relation, caseId);
    expect(answered).toEqual(asPolicy);
    const { method, records }: Route = routes[route];
    const wrote = (await journalSize()) > kept;
    if (method === 'GET' && !records) expect(wrote, 'only what says so keeps who looked').toBe(false);
  });

  test.each(caseRoutes)(
    'whoever may not know of it cannot tell it from one that does not exist, by %s',
    async (route) => {
      for (const relation of relationNames) {
        if (expected(route, moment, relation) !== 'hidden') continue;
        const problemAbout = (caseId: string): Promise<unknown> =>
          county
            .as(relations[relation])(route, askFor(route, caseId))
            .then(
              () => undefined,
              (error: ApiProblem) => ({ ...error.problem, requestId: undefined }),
            );
        expect(await problemAbout(cases.get(moment) ?? '')).toEqual(await problemAbout('PL-00000-00000'));
      }
    },
  );
});

test('an act on several cases at once is judged for each by itself', async () => {
  const items = moments.map((moment) => ({
    caseId: cases.get(moment) ?? '',
    commandId: crypto.randomUUID(),
    version: 9999,
    command: { type: 'claim' } as const,
  }));
  for (const relation of accessPolicy.getCase.may) {
    const { results } = await county.as(relations[relation])('actOnCases', { body: { items } });
    expect(results.map(({ problem }) => problem?.code)).toEqual(items.map(() => 'stale-version'));
  }
  for (const relation of ['another town', 'head of another bureau'] as const) {
    const { results } = await county.as(relations[relation])('actOnCases', { body: { items } });
    expect(results.map(({ problem }) => problem?.code)).toEqual(items.map(() => 'case-not-found'));
  }
});

test('nothing came of all this but the records of who read a whole case', async () => {
  const after = await dump(county.tables);
  const changed = Object.keys({ ...before, ...after }).filter((key) => before[key] !== after[key]);
  expect(changed.length).toBeGreaterThan(0);
  expect(changed.filter((key) => !/ case#access:PL-/.test(key))).toEqual([]);
});
