import type { Employee } from '../../../shared/employees/employee.ts';
import { csvOf, yuanOf } from '../../../shared/exports/csv.ts';
import type { Say } from '../../lib/i18n/use-text.ts';
import { words } from './words.ts';

/** The register as a spreadsheet; resident IDs stay masked. */
export const employeeCsv = (employees: readonly Employee[], say: Say): string =>
  csvOf(
    [
      words.name,
      words.factory,
      words.since,
      words.wage,
      words.poor,
      words.household,
      words.cause,
      words.measures,
      words.asOf,
    ].map((label) => say(label)),
    employees.map(
      ({ name, residentId, enterpriseName, place, startedOn = '', wage, poorHousehold, note, asOf }) => [
        `${name} ${residentId}`,
        `${enterpriseName} ${place}`,
        startedOn,
        wage === undefined ? '' : Number(yuanOf(wage)),
        poorHousehold ? say(words.poor) : '',
        note ? say(words.households[note.household]) : '',
        note?.cause ?? '',
        note?.measures ?? '',
        asOf,
      ],
    ),
  );
