import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fictionalCreditCode } from '../../infra/local/demo/fictional-enterprise.ts';
import { ProblemSchema } from '../../shared/api/errors.ts';
import type { Route } from '../../shared/api/route.ts';
import { routeList } from '../../shared/api/routes.ts';
import type { Actor, Role } from '../../shared/identity/actor.ts';
import { occupations } from '../../shared/programmes/county/common/occupations.ts';
import { startupGrant } from '../../shared/programmes/county/startup-grant.ts';
import { applicationActs, grantOf } from '../support/county-acts.ts';
import { addFloor, type InProcess, person, startCounty } from '../support/in-process.ts';
import { garbage, nearly, type Pool, valuesOf } from '../support/schema-fuzz.ts';
import { watchedWrites } from '../support/watched-writes.ts';

/**
 * Every route with what its schema allows, with one thing wrong, and with anything at all. FUZZ_RUNS asks for more
 * of each.
 */
const runs = Number(process.env.FUZZ_RUNS ?? 10);

const people: Readonly<Record<Role, Actor>> = {
  applicant: person('applicant-gloves'),
  reviewer: person('chengguan-reviewer-1'),
  supervisor: person('changan-supervisor'),
  leader: person('county-leader'),
  finance: person('finance-officer-1'),
  auditor: person('auditor'),
  policy: person('policy-officer'),
  system: { id: 'clock', roles: ['system'], displayName: '时钟' },
};

let county: InProcess;
let watch: ReturnType<typeof watchedWrites>;
let pool: Pool;
beforeAll(async () => {
  county = await startCounty();
  const unit = await addFloor(county, 'a', 100_000);
  const draft = await county.as(people.applicant)('startApplication', {
    body: { commandId: crypto.randomUUID(), programmeId: 'startup-grant' },
  });
  const cases = [draft.caseId, 'PL-00000-00000'];
  const stops = ['submit', 'claim', 'return-for-correction', 'accept', 'recommend', 'approve for good'];
  for (const [number, stop] of stops.entries()) {
    for await (const { name, send, chain } of applicationActs(county, number, 'in-notice')) {
      await send();
      if (name !== stop || chain === undefined) continue;
      cases.push(chain);
      break;
    }
  }
  const enterprise = fictionalCreditCode(4100);
  await county.as(people.applicant)('enterEnterprise', {
    body: {
      commandId: crypto.randomUUID(),
      creditCode: enterprise,
      name: '平利县远山服装有限公司（演示）',
      town: '610926100',
    },
  });
  const version = fc.integer({ min: 0, max: 15 });
  pool = {
    caseId: fc.constantFrom(...cases),
    programmeId: fc.constantFrom('startup-grant', 'rent-free-premises', 'none'),
    programme: fc.constantFrom('startup-grant', 'training-subsidy'),
    fund: fc.constantFrom('county:startup-grant:2026', 'county:none:2026'),
    unit: fc.constantFrom<unknown>(unit),
    site: fc.constantFrom<unknown>('610926108-standard'),
    town: fc.constantFrom('610926100', '610926108'),
    enterprise: fc.constantFrom(enterprise, fictionalCreditCode(4199)),
    creditCode: fc.integer({ min: 4100, max: 4199 }).map(fictionalCreditCode),
    occupation: fc.constantFrom(...occupations.map(({ value }) => value)),
    to: fc.constantFrom('chengguan-reviewer-2', 'nobody'),
    version,
    draftVersion: version,
    document: nearly(fc.constant({ ...startupGrant, version: 2 })),
    answers: nearly(fc.constant(grantOf(7))),
  };
  watch = watchedWrites(county.tables);
});
afterAll(() => county.stop());

type Asked = { readonly path: string; readonly init: RequestInit };

function address(route: Route, params: unknown, query: unknown): string | undefined {
  const slots = Object(params) as Record<string, unknown>;
  const path = route.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => safely(slots[name]));
  const search = new URLSearchParams(
    Object.entries(Object(query) as object).map(([name, value]): [string, string] => [name, asText(value)]),
  );
  // A slot that came out empty is another address.
  return path.includes('//') || path.endsWith('/') ? undefined : `${path}?${search}`;
}
const asText = (value: unknown): string =>
  typeof value === 'object' ? JSON.stringify(value) : String(value);
const safely = (value: unknown): string => {
  const text = asText(value).slice(0, 500);
  return text.isWellFormed() && text !== '.' && text !== '..' ? encodeURIComponent(text) : 'odd';
};

const sent = (route: Route, params: unknown, query: unknown, body: string | undefined): Asked | undefined => {
  const path = address(route, params, query);
  return path === undefined
    ? undefined
    : {
        path,
        init: {
          method: route.method,
          headers: { 'content-type': 'application/json' },
          ...(body !== undefined && route.method !== 'GET' && { body }),
        },
      };
};
const asJson = (value: unknown): string | undefined => JSON.stringify(value);

/** Written before anything is refused, on purpose: who looked, how often a stranger came, what the clock did. */
const mayPrecede = /^(case#access:|visits#)/;

/** Routes that let something through: the others would hold out against anything. */
const accepted = new Set<string>();

async function holdsOut(route: Route, asked: Asked | undefined, role: Role): Promise<void> {
  if (asked === undefined) return;
  const actor = route.access === 'anyone' ? undefined : people[role];
  const [answer, written] = await watch.during(() => county.raw(actor)(asked.path, asked.init));
  const said = await answer.text();
  if (answer.status < 400) accepted.add(route.id);
  const about = `${answer.status} ${said.slice(0, 300)} ${JSON.stringify(county.logged.at(-1))}`;
  // The ledger is not sealed here, which the auditor is told; that is a refusal and no fault.
  expect(answer.status, about).toBeLessThan(500);
  if (answer.status < 400) return;
  ProblemSchema.parse(JSON.parse(said));
  expect(
    written.filter((key) => !mayPrecede.test(key)),
    about,
  ).toEqual([]);
}

const rolesOf = ({ access }: Route): fc.Arbitrary<Role> =>
  typeof access === 'string'
    ? fc.constantFrom<Role>('applicant', 'reviewer', 'auditor')
    : fc.constantFrom(...access);

describe.each(routeList.map((route) => [route.id, route] as const))('%s', (_, route) => {
  const values = () =>
    [valuesOf(route.params, pool), valuesOf(route.query, pool), valuesOf(route.body, pool)] as const;

  test('as its schema allows', async () => {
    const [params, query, body] = values();
    await fc.assert(
      fc.asyncProperty(params, query, body, rolesOf(route), (p, q, b, role) =>
        holdsOut(route, sent(route, p, q, asJson(b)), role),
      ),
      { numRuns: runs },
    );
  });

  test('nearly', async () => {
    const [params, query, body] = values();
    await fc.assert(
      fc.asyncProperty(params, nearly(query), nearly(body), rolesOf(route), (p, q, b, role) =>
        holdsOut(route, sent(route, p, q, asJson(b)), role),
      ),
      { numRuns: runs },
    );
  });

  test('not at all', async () => {
    const [params, query] = values();
    await fc.assert(
      fc.asyncProperty(nearly(params), nearly(query), garbage, rolesOf(route), (p, q, b, role) =>
        holdsOut(route, sent(route, p, q, b), role),
      ),
      { numRuns: runs },
    );
  });
});

test('most routes were also reached by something they accept', () => {
  const never = routeList.map(({ id }) => id).filter((id) => !accepted.has(id));
  expect(never.length, never.join(' ')).toBeLessThan(routeList.length / 2);
});
