import { randomUUID } from 'node:crypto';
import { type Call, createClient } from '../../../shared/api/client.ts';
import { routeList, routes } from '../../../shared/api/routes.ts';
import { yearOf } from '../../../shared/calendar/date.ts';
import { dateInShanghai } from '../../../shared/calendar/instant.ts';
import { workingCalendar } from '../../../shared/calendar/working-calendar.ts';
import { townOfficeId } from '../../../shared/identity/office.ts';
import { countyCode } from '../../../shared/identity/town.ts';
import type { Programme } from '../../../shared/programmes/programme.ts';
import { demoPeople } from '../demo-people.ts';
import { createGateway } from '../gateway/gateway.ts';
import { tokenCheck } from '../gateway/token-check.ts';
import { listen } from '../http-server.ts';
import { invoker } from '../invoke.ts';
import { localFunctions } from '../local-functions.ts';
import { localClient } from '../local-settings.ts';
import type { LocalSystem } from '../local-system.ts';
import { type County, caseLife } from './case-life.ts';
import { countyProgrammes } from './county-programmes.ts';
import { countyStory } from './county-story.ts';
import { enterPremises } from './premises.ts';
import { unfold } from './timeline.ts';
import { lookAfterFactory, planCourses, type TownDesk } from './town-life.ts';

/**
 * Writes a county's last quarter into an empty system: programmes, money, floors and some forty cases. Every
 * act goes through the same API with the tokens of the demo people, at a second door whose clock is wound
 * back, so that the history is one that the system itself made.
 * @returns how many cases were begun.
 */
export async function seedDemo({ surroundings, issuer }: LocalSystem): Promise<number> {
  const today = dateInShanghai(surroundings.now());
  const calendar = workingCalendar();
  const story = countyStory(today, calendar);
  const begin = story.map(({ startsOn }) => startsOn).sort()[0] ?? today;
  let clock = `${calendar.addWorkingDays(begin, -5).date}T01:00:00.000Z`;

  const functions = await localFunctions({ ...surroundings, now: () => clock });
  const gateway = createGateway({
    routes: routeList,
    checkToken: tokenCheck(issuer.url, localClient.audience),
    invoke: invoker(functions.http, () => undefined),
    rateLimit: { burst: Number.MAX_SAFE_INTEGER, perSecond: Number.MAX_SAFE_INTEGER },
    accessLog: () => undefined,
  });
  const door = await listen(gateway.handle, 0);
  const callAs = (personId: string): Call =>
    createClient({
      routes,
      baseUrl: `http://127.0.0.1:${door.port}`,
      token: () => issuer.issueToken(personId),
    });
  const runBackground = async (): Promise<void> => {
    for (const { run } of functions.background) await run();
  };

  try {
    await furnish(callAs, yearOf(today));
    const desk = townDesk(callAs, createClient({ routes, baseUrl: `http://127.0.0.1:${door.port}` }));
    await planCourses(desk, dateInShanghai(clock), today);
    const county: County = { now: () => clock, callAs, deskOf };
    await unfold(
      story.map(({ startsOn, plan }) => ({ startsOn, life: caseLife(county, plan) })),
      {
        calendar,
        setNow: (instant) => {
          clock = instant;
        },
        overnight: runBackground,
        until: calendar.addWorkingDays(today, -1).date,
      },
    );
    await lookAfterFactory(desk, dateInShanghai(clock));
    return story.length;
  } finally {
    await door.stop();
  }
}

async function furnish(callAs: (personId: string) => Call, year: number): Promise<void> {
  for (const document of countyProgrammes) {
    await callAs('policy-officer')('publishProgramme', { body: { document } });
  }
  // Signing in enters an official in the directory, where colleagues find them.
  for (const { id } of demoPeople.filter(({ office }) => office !== undefined)) await callAs(id)('getMe');

  for (const fund of countyProgrammes.flatMap(fundsOf)) {
    await callAs('finance-officer-1')('openFund', {
      body: { ...fund, commandId: randomUUID(), year, allocated: 300_000_000, reason: '年初预算安排' },
    });
  }
  await enterPremises((town) => callAs(deskOf(townOfficeId(town))?.[0] ?? ''));
}

/** The town of the county seat, where there is always a factory. */
function townDesk(callAs: (personId: string) => Call, anyone: Call): TownDesk {
  const town = `${countyCode}100`;
  const [officerId = '', , head = ''] = deskOf(townOfficeId(town)) ?? [];
  return { town, officer: callAs(officerId), officerId, head: callAs(head), anyone };
}

type FundToOpen = { readonly funder: string; readonly programme: string };

/** The funds a programme may draw on; see fundId in the workflow. */
function fundsOf({ benefit, owner, towns = [] }: Programme): readonly FundToOpen[] {
  if (benefit.kind !== 'money') return [];
  const { funder, programme } = benefit.fund;
  const bureaus =
    owner.kind === 'by-answer' ? Object.values(owner.offices) : owner.kind === 'office' ? [owner.office] : [];
  const funders = { county: ['county'], bureau: [...new Set(bureaus)], town: towns }[funder];
  return funders.map((one) => ({ funder: one, programme }));
}

function deskOf(office: string): readonly [string, string, string] | undefined {
  const people = demoPeople.filter((person) => person.office === office && !person.roles.includes('policy'));
  const [first, second, head] = people.map(({ id }) => id);
  return first !== undefined && second !== undefined && head !== undefined
    ? [first, second, head]
    : undefined;
}
