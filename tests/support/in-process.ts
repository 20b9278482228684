import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createHandler as applicant } from '../../functions/applicant/create-handler.ts';
import { createHandler as auditor } from '../../functions/auditor/create-handler.ts';
import { createHandler as documents } from '../../functions/documents/create-handler.ts';
import { objectStore } from '../../functions/documents/object-store.ts';
import { type DocumentScanner, signatureScanner } from '../../functions/documents/scanner.ts';
import { decisionPages } from '../../functions/exports/compose-exporter.ts';
import type { ExporterSystem } from '../../functions/exports/exporter-system.ts';
import { exportsStore } from '../../functions/exports/exports-store.ts';
import { openFund } from '../../functions/funds/keep-fund.ts';
import { defaultClaimsMapping } from '../../functions/http/actor-of.ts';
import type { HttpFunction } from '../../functions/http/http-event.ts';
import type { HttpOptions } from '../../functions/http/http-function.ts';
import type { LogFields } from '../../functions/http/log.ts';
import { ledgerStore } from '../../functions/ledger/ledger-store.ts';
import { createHandler as objections } from '../../functions/objections/create-handler.ts';
import { createHandler as officer } from '../../functions/officer/create-handler.ts';
import { publish } from '../../functions/officer/publish.ts';
import { calendarShelf } from '../../functions/persistence/calendar-shelf.ts';
import { objectClient, tableClient } from '../../functions/persistence/clients.ts';
import { dataKeyOf } from '../../functions/persistence/data-key.ts';
import { enterOfficer } from '../../functions/persistence/officer-directory.ts';
import { readSite } from '../../functions/persistence/premises.ts';
import { programmeShelf } from '../../functions/persistence/programme-shelf.ts';
import { enterSite } from '../../functions/premises/keep-site.ts';
import { enterUnit } from '../../functions/premises/keep-unit.ts';
import { createHandler as publicHandler } from '../../functions/public/create-handler.ts';
import { createHandler as reviewer } from '../../functions/reviewer/create-handler.ts';
import type { System } from '../../functions/system.ts';
import { createTables } from '../../infra/local/create-tables.ts';
import { countyProgrammes } from '../../infra/local/demo/county-programmes.ts';
import { demoPeople } from '../../infra/local/demo-people.ts';
import { startEngine } from '../../infra/local/engine.ts';
import { listen } from '../../infra/local/http-server.ts';
import { openObjectStore } from '../../infra/local/object-store/object-store.ts';
import { createClient } from '../../shared/api/client.ts';
import type { Outcome } from '../../shared/api/errors.ts';
import type { Audience } from '../../shared/api/route.ts';
import { routes } from '../../shared/api/routes.ts';
import { fundNameOf } from '../../shared/funds/fund.ts';
import type { Actor } from '../../shared/identity/actor.ts';
import { towns } from '../../shared/identity/town.ts';
import { premisesId } from '../../shared/premises/site.ts';
import type { UnitFacts } from '../../shared/premises/unit.ts';
import { journalTable, registryTable, tableDeclarations } from '../../shared/storage/tables.ts';
import { newDataFolder } from './data-folder.ts';
import { testSigner } from './ledger.ts';

const credentials = { accessKeyId: 'LOCALKEY', secretAccessKey: 'local-secret', region: 'local' };
const signIn = { issuer: 'http://issuer', clientId: 'portal', scope: 'openid api', resource: 'api' };

/** The portal's own request for a person. */
export type Caller = ReturnType<typeof createClient>;

type CountyOptions = {
  readonly validateOutput?: boolean;
  readonly scan?: DocumentScanner;
};

/**
 * The handlers on a real engine and a real object store, without gateway and issuer: tokens are claimed, not
 * checked. The clock is the test's; it starts on Monday 23 November 2026, ten in the morning in Beijing. Ids
 * and keys are the same in every run, so that sizes are too.
 */
export async function startInProcess({ validateOutput = true, scan = signatureScanner }: CountyOptions = {}) {
  const folder = await newDataFolder('in-process');
  const engine = await startEngine({ dataFolder: folder });
  const store = await openObjectStore({
    folder: join(folder, 'objects'),
    buckets: [
      { name: 'documents', locked: false },
      { name: 'ledger', locked: true },
      { name: 'exports', locked: false },
    ],
    credentials,
    allowsOrigin: () => true,
  });
  const storeServer = await listen(store.handle, 0);
  const addresses = {
    region: 'local',
    dynamoDbEndpoint: engine.endpoint,
    objectStoreEndpoint: `http://127.0.0.1:${storeServer.port}`,
    credentials,
  };
  const client = tableClient(addresses);
  const objectsClient = objectClient(addresses);
  await createTables(client, tableDeclarations);
  const tables = { client, registry: registryTable.name, journal: journalTable.name };

  const clock = { now: '2026-11-23T02:00:00.000Z' };
  const dataKey = dataKeyOf(Buffer.alloc(32, 7));
  let ids = 0;
  const remembered = () => ({
    programmes: programmeShelf(tables),
    calendarAt: calendarShelf(tables, () => clock.now),
  });
  let memory = remembered();
  const system: System = {
    tables,
    programmes: {
      version: (id, version) => memory.programmes.version(id, version),
      entry: (id) => memory.programmes.entry(id),
      entries: () => memory.programmes.entries(),
    },
    calendarAt: (instant) => memory.calendarAt(instant),
    dataKey: async () => dataKey,
    now: () => clock.now,
    newId: () => {
      ids += 1;
      return `00000000-0000-4000-8000-${String(ids).padStart(12, '0')}`;
    },
  };
  const objects = objectStore(objectsClient, 'documents');
  const signer = testSigner();
  const ledger = ledgerStore(objectsClient, 'ledger');
  const exporter: ExporterSystem = {
    ...system,
    ledger: { origin: signer.name, store: ledger },
    issuer: async () => signer,
    exports: exportsStore(objectsClient, 'exports'),
    decisions: decisionPages(system),
  };
  const logged: LogFields[] = [];
  const options: HttpOptions = {
    claims: defaultClaimsMapping,
    log: (level, fields) => logged.push({ level, ...fields }),
    validateOutput,
  };
  const handlers: Readonly<Record<Audience, HttpFunction>> = {
    public: publicHandler(system, signIn, options),
    objections: objections(system, options),
    applicant: applicant(system, options),
    documents: documents({ ...system, objects, scan }, options),
    reviewer: reviewer(system, options),
    auditor: auditor(exporter, options),
    officer: officer(system, options),
  };

  return {
    system,
    tables,
    clock,
    objectsClient,
    objects,
    /** The log, and who signs it and the files about it. */
    ledger,
    signer,
    exporter,
    handlers,
    logged,
    /** What the process kept in memory is gone, as when it was killed and another took its place. */
    forget: () => {
      memory = remembered();
    },
    /** Outright, in the middle of whatever it does; it is started again on the same file. Five times a minute. */
    killEngine: () => process.kill(engine.processId(), 'SIGKILL'),
    /** Client calls as this person, through the handlers, checked against the contract. */
    as: (actor?: Actor): Caller =>
      createClient({ routes, baseUrl: '', fetch: throughHandlers(handlers, actor) }),
    /** Requests no client would make. */
    raw: (actor?: Actor): typeof fetch => throughHandlers(handlers, actor),
    stop: async () => {
      client.destroy();
      objectsClient.destroy();
      await Promise.all([engine.stop(), storeServer.stop()]);
      await rm(folder, { recursive: true, force: true });
    },
  };
}
export type InProcess = Awaited<ReturnType<typeof startInProcess>>;

/** What the gateway would hand to a function for this request. */
function throughHandlers(handlers: Readonly<Record<Audience, HttpFunction>>, actor?: Actor): typeof fetch {
  return async (input, init) => {
    const url = new URL(String(input), 'http://local');
    const found = matchRoute(init?.method ?? 'GET', url.pathname);
    const answer = await handlers[found.route.audience](
      {
        routeKey: `${found.route.method} ${found.route.path}`,
        headers: Object.fromEntries(new Headers(init?.headers)),
        pathParameters: found.params,
        queryStringParameters: Object.fromEntries(url.searchParams),
        ...(init?.body !== undefined && init.body !== null && { body: String(init.body) }),
        isBase64Encoded: false,
        requestContext: {
          requestId: randomUUID(),
          ...(actor && { authorizer: { jwt: { claims: claimsOf(actor) } } }),
        },
      },
      {},
    );
    const body = answer.isBase64Encoded ? Buffer.from(answer.body, 'base64') : answer.body;
    return new Response(body, { status: answer.statusCode, headers: answer.headers });
  };
}

/** Claims as API Gateway hands them on: lists as text. */
const claimsOf = ({ id, displayName, roles, office, town }: Actor): Record<string, string> => ({
  sub: id,
  name: displayName,
  roles: `[${roles.join(' ')}]`,
  ...(office !== undefined && { office }),
  ...(town !== undefined && { town }),
});

function matchRoute(method: string, path: string) {
  for (const route of Object.values(routes)) {
    const names = [...route.path.matchAll(/\{(\w+)\+?\}/g)].map((match) => match[1] ?? '');
    const pattern = new RegExp(
      `^${route.path.replaceAll(/\{\w+\}/g, '([^/]+)').replace(/\{\w+\+\}/, '(.+)')}$`,
    );
    const values = route.method === method ? pattern.exec(path)?.slice(1) : undefined;
    if (values) {
      return {
        route,
        params: Object.fromEntries(names.map((name, i) => [name, decodeURIComponent(values[i] ?? '')])),
      };
    }
  }
  throw new Error(`no route for ${method} ${path}`);
}

/** A demo person as an actor. */
export function person(id: string): Actor {
  const found = demoPeople.find((candidate) => candidate.id === id);
  if (found === undefined) throw new Error(`there is no ${id}`);
  return {
    id: found.id,
    roles: [...found.roles],
    displayName: found.name,
    ...(found.office !== undefined && { office: found.office }),
    ...(found.town !== undefined && { town: found.town }),
  };
}

/** The county as it works: its programmes published, its officers known, money and floor at hand. */
export async function furnish({ system, tables }: Pick<InProcess, 'system' | 'tables'>): Promise<void> {
  for (const programme of countyProgrammes) {
    const published = await publish(system, person('policy-officer'), programme);
    if (!published.ok) throw new Error(JSON.stringify(published.refusal));
  }
  const officials = demoPeople.filter(({ office }) => office !== undefined);
  await Promise.all(officials.map(({ id }) => enterOfficer(tables, person(id))));
}

/** The same sum in every fund of the year, in fen. */
export const openCountyFunds = async (
  { system }: Pick<InProcess, 'system'>,
  fen = 500_000_000,
): Promise<void> => {
  const funds = [
    'county:startup-grant:2026',
    'poverty-relief-bureau:training-subsidy:2026',
    'human-resources-bureau:training-subsidy:2026',
    ...towns.map(({ code }) => `${code}:town-cash-support:2026`),
  ];
  const finance = person('finance-officer-1');
  await Promise.all(
    funds.map(async (fund) => {
      const opening = { ...fundNameOf(fund), commandId: randomUUID(), allocated: fen, reason: '年初预算' };
      done(await openFund(system, finance, opening));
    }),
  );
};

/** A furnished county with the same sum in every fund, in fen. */
export async function startCounty(fen?: number): Promise<InProcess> {
  const county = await startInProcess();
  await furnish(county);
  await openCountyFunds(county, fen);
  return county;
}

/** A unit of `area` 0.01 m² in 长安镇, offered; its id. */
export async function addFloor(
  { system }: Pick<InProcess, 'system'>,
  number: string,
  area: number,
): Promise<string> {
  const officer = person('changan-reviewer-1');
  const town = '610926108';
  const site = premisesId(town, 'standard');
  if ((await readSite(system.tables, site)) === undefined) {
    const facts = {
      name: '标准化厂房',
      community: '双杨社区',
      address: '长安镇双杨社区安置点',
      buildings: [{ name: '二期', floors: 6, basements: 0 }],
    };
    done(await enterSite(system, officer, { commandId: randomUUID(), town, number: 'standard', facts }));
  }
  const facts: UnitFacts = {
    site,
    building: '二期',
    floor: 1,
    area,
    power: 200,
    readiness: 'ready',
    photos: [],
    referenceRent: 800,
    rentSource: '县发改局 2026 年参考租金',
    offer: 'offered',
  };
  return done(await enterUnit(system, officer, { commandId: randomUUID(), town, number, facts })).unit;
}

function done<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
  return outcome.value;
}
