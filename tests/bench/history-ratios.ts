import type { Measured } from './history.ts';
import { rounded } from './percentiles.ts';

export type HistoryFigures = {
  readonly sizes: readonly {
    readonly decisions: number;
    /** Over all mixes of filters: read units and milliseconds of a page. */
    readonly unitsPerPage: number;
    readonly worstUnits: number;
    readonly msPerPage: number;
  }[];
  /** Units of a page at the largest history, beside the smallest. */
  readonly ratioToSmallest: number;
  readonly pages: readonly Measured[];
};

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

export function ofHistory(pages: readonly Measured[]): HistoryFigures {
  const sizes = [...Map.groupBy(pages, ({ decisions }) => decisions)].map(([decisions, measured]) => ({
    decisions,
    unitsPerPage: rounded(mean(measured.map(({ units }) => units))),
    worstUnits: Math.max(...measured.map(({ units }) => units)),
    msPerPage: rounded(mean(measured.map(({ ms }) => ms))),
  }));
  const [smallest, largest] = [sizes[0]?.unitsPerPage ?? 1, sizes.at(-1)?.unitsPerPage ?? 1];
  return { sizes, ratioToSmallest: rounded(largest / smallest), pages };
}
