import { csvOf, yuanOf } from '../../../shared/exports/csv.ts';
import type { Text } from '../../../shared/language/text.ts';
import { type Outcome, totalOf } from '../../../shared/outcomes/outcome.ts';
import type { Say } from '../../lib/i18n/use-text.ts';
import { words } from './words.ts';

export type Figures = ReturnType<typeof totalOf>;
/** A line of table, plot and export: a factory, or a town with all of its factories. */
export type Line = {
  readonly key: string;
  readonly name: string;
  readonly place: string;
  readonly figures: Figures;
};

export function linesOf(
  items: readonly Outcome[],
  by: 'factory' | 'town',
  townName: (town: string) => string,
): readonly Line[] {
  if (by === 'factory') {
    return items.map((figures, index) => ({
      key: String(index),
      name: figures.enterpriseName,
      place: `${townName(figures.town)} ${figures.place}`,
      figures,
    }));
  }
  return [...Map.groupBy(items, ({ town }) => town)].map(([town, factories]) => ({
    key: town,
    name: townName(town),
    place: '',
    figures: totalOf(factories),
  }));
}

type Column = {
  readonly label: Text;
  readonly unit: 'count' | 'money';
  readonly value: (figures: Figures) => number | undefined;
};

export const columns: readonly Column[] = [
  { label: words.promisedJobs, unit: 'count', value: ({ promisedJobs }) => promisedJobs },
  { label: words.jobs, unit: 'count', value: ({ jobs }) => jobs },
  { label: words.poorJobs, unit: 'count', value: ({ poorJobs }) => poorJobs },
  { label: words.wage, unit: 'money', value: ({ wage }) => wage },
  { label: words.output, unit: 'money', value: ({ output }) => output },
  { label: words.rentMonths, unit: 'count', value: ({ rentMonths }) => rentMonths },
  { label: words.rentWaived, unit: 'money', value: ({ rentWaived }) => rentWaived },
  { label: words.paid, unit: 'money', value: ({ paid }) => paid },
  { label: words.recovered, unit: 'money', value: ({ recovered }) => recovered },
  { label: words.costPerJob, unit: 'money', value: ({ costPerJob }) => costPerJob },
];

/** The lines as a spreadsheet, sums in yuan. */
export const outcomeCsv = (lines: readonly Line[], say: Say): string =>
  csvOf(
    [say(words.factory), say(words.town), ...columns.map(({ label }) => say(label))],
    lines.map(({ name, place, figures }) => [
      name,
      place,
      ...columns.map(({ unit, value }) => {
        const figure = value(figures);
        if (figure === undefined) return '';
        return unit === 'money' ? Number(yuanOf(figure)) : figure;
      }),
    ]),
  );
