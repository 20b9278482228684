import { randomUUID } from 'node:crypto';
import { createHandler as applicant } from '../../functions/applicant/create-handler.ts';
import { defaultClaimsMapping } from '../../functions/http/actor-of.ts';
import type { HttpOptions } from '../../functions/http/http-function.ts';
import { createHandler as officer } from '../../functions/officer/create-handler.ts';
import { tableClient } from '../../functions/persistence/clients.ts';
import type { DataKey } from '../../functions/persistence/data-key.ts';
import { dataKeyFromFile } from '../../functions/persistence/data-key-source.ts';
import { programmeShelf } from '../../functions/persistence/programme-shelf.ts';
import type { Tables } from '../../functions/persistence/tables.ts';
import { createHandler as publicOnes } from '../../functions/public/create-handler.ts';
import { createHandler as reviewer } from '../../functions/reviewer/create-handler.ts';
import type { System } from '../../functions/system.ts';
import { workingCalendar } from '../../shared/calendar/working-calendar.ts';
import type { LocalFunctions, Surroundings } from './surroundings.ts';

/** The functions of the system as the cloud deploys them, run in this process. */
export function localFunctions(surroundings: Surroundings): LocalFunctions {
  const { settings, log } = surroundings;
  const system = systemIn(surroundings);
  const options: HttpOptions = { claims: defaultClaimsMapping, log, validateOutput: true };
  const signIn = {
    issuer: settings.ISSUER,
    clientId: settings.CLIENT_ID,
    scope: settings.SCOPE,
    resource: settings.AUDIENCE,
  };
  return {
    http: {
      public: publicOnes(system, signIn, options),
      applicant: applicant(system, options),
      reviewer: reviewer(system, options),
      officer: officer(system, options),
    },
    background: [],
  };
}

function systemIn({ settings, stores, dataKeyFile, now }: Surroundings): System {
  const tables: Tables = {
    client: tableClient(stores),
    registry: settings.REGISTRY_TABLE,
    journal: settings.JOURNAL_TABLE,
  };
  let dataKey: Promise<DataKey> | undefined;
  return {
    tables,
    programmes: programmeShelf(tables),
    calendar: workingCalendar(),
    dataKey: () => {
      dataKey ??= dataKeyFromFile(dataKeyFile);
      return dataKey;
    },
    now,
    newId: randomUUID,
  };
}
