import { randomUUID } from 'node:crypto';
import type { EnvironmentKey } from '../shared/deployment/environment.ts';
import { ClaimsMappingSchema } from '../shared/identity/claims-mapping.ts';
import type { ClaimsMapping } from './http/actor-of.ts';
import type { HttpFunction } from './http/http-event.ts';
import type { HttpOptions } from './http/http-function.ts';
import { type Log, logLine } from './http/log.ts';
import { calendarShelf } from './persistence/calendar-shelf.ts';
import { type StoreAddresses, tableClient } from './persistence/clients.ts';
import type { DataKey } from './persistence/data-key.ts';
import { programmeShelf } from './persistence/programme-shelf.ts';
import type { Tables } from './persistence/tables.ts';
import type { System } from './system.ts';

/** The environment of a function, in the names that shared/deployment declares. */
export type Settings = Readonly<Partial<Record<EnvironmentKey, string>>>;

/** A setting without which the function cannot work; throws when it is missing. */
export function setting(settings: Settings, name: EnvironmentKey): string {
  const value = settings[name];
  if (value === undefined || value === '') throw new Error(`the setting ${name} is missing`);
  return value;
}

/** For functions that were not granted to unseal personal data. */
export const noDataKey = (): Promise<DataKey> =>
  Promise.reject(new Error('this function may not unseal personal data'));

export const systemNow = (): string => new Date().toISOString();

export function composeSystem(
  settings: Settings,
  stores: StoreAddresses,
  dataKey: (tables: Tables) => Promise<DataKey>,
  now: () => string = systemNow,
): System {
  const tables: Tables = {
    client: tableClient(stores),
    registry: setting(settings, 'REGISTRY_TABLE'),
    journal: setting(settings, 'JOURNAL_TABLE'),
  };
  let opened: Promise<DataKey> | undefined;
  return {
    tables,
    programmes: programmeShelf(tables),
    calendarAt: calendarShelf(tables, now),
    dataKey: () => {
      // A failed attempt is forgotten, so that the next request tries again.
      opened ??= dataKey(tables).catch((error: unknown) => {
        opened = undefined;
        throw error;
      });
      return opened;
    },
    now,
    newId: randomUUID,
  };
}

/** Throws when the setting is no mapping: better no answer than the wrong person. */
const claimsMapping = (given: string | undefined): ClaimsMapping =>
  ClaimsMappingSchema.parse(JSON.parse(given || '{}'));

export const composeHttp = (settings: Settings, log: Log = logLine, validateOutput = false): HttpOptions => ({
  claims: claimsMapping(settings.CLAIMS),
  log,
  validateOutput,
});

/** AWS's own addresses, or the ones its SDK's standard variables name. */
export const storesOf = (env: NodeJS.ProcessEnv): StoreAddresses => ({
  region: env.AWS_REGION ?? '',
  dynamoDbEndpoint: env.AWS_ENDPOINT_URL_DYNAMODB,
  objectStoreEndpoint: env.AWS_ENDPOINT_URL_S3,
});

/** A Lambda entry: the environment is read at the first request, never at import. */
export function lambda(make: (settings: Settings, stores: StoreAddresses) => HttpFunction): HttpFunction {
  let made: HttpFunction | undefined;
  return (event, context) => {
    made ??= make(process.env, storesOf(process.env));
    return made(event, context);
  };
}
