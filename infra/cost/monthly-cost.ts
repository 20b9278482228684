import { type FunctionDeclaration, functionDeclarations } from '../../shared/deployment/functions.ts';
import { type Item, items, type Prices } from './prices.ts';
import { type Units, type Usage, unitsOfALife } from './usage.ts';

type Line = {
  readonly item: Item;
  readonly unit: string;
  /** Per month. */
  readonly quantity: number;
  /** In the currency of the prices, per month. */
  readonly amount: number;
};

type MonthlyCost = {
  readonly lines: readonly Line[];
  readonly total: number;
};

const KB_PER_GB = 1024 ** 2;
const MB_PER_GB = 1024;
/** Memory of the functions that answer the API, in GB. */
const API_FUNCTION_GB = 0.5;
/** The sealer and the notifier each hear of every event, at worst one by one; they take about this long. */
const BACKGROUND_MS = 100;
const MINUTES_PER_MONTH = 30 * 24 * 60;

/** What costs the same however little is going on: keys, alarms, the dashboard. */
export const fixedQuantities = { keys: 5, alarms: 22, dashboards: 1 } as const;

/**
 * The bill of the last month of the first year, when a year’s applications lie in store, at a steady number
 * of applications a year. Free tiers are not taken off.
 */
export function monthlyCost(
  applicationsPerYear: number,
  usage: Usage,
  units: Units,
  prices: Prices,
): MonthlyCost {
  const quantities = monthlyQuantities(applicationsPerYear, usage, units);
  const lines = items.map((item): Line => {
    const quantity = quantities[item];
    const { price, per, unit } = prices.items[item];
    return { item, unit, quantity, amount: (quantity / per) * price };
  });
  return { lines, total: lines.reduce((sum, { amount }) => sum + amount, 0) };
}

const declarations: readonly FunctionDeclaration[] = functionDeclarations;
const scheduledRuns = declarations
  .flatMap(({ triggers }) => triggers)
  .reduce(
    (sum, trigger) => sum + (trigger.kind === 'schedule' ? MINUTES_PER_MONTH / trigger.everyMinutes : 0),
    0,
  );

/** How much of everything a month uses. */
export function monthlyQuantities(
  applicationsPerYear: number,
  usage: Usage,
  units: Units,
): Readonly<Record<Item, number>> {
  const { perApplication: one } = usage;
  const life = unitsOfALife(usage, units);
  const perMonth = applicationsPerYear / 12;
  const backgroundRuns = perMonth * one.events * 2 + scheduledRuns;
  const apiRuns = perMonth * one.apiRequests;
  const tableGb = (applicationsPerYear * one.storedKb) / KB_PER_GB;
  const logGb = (perMonth * one.logKb) / KB_PER_GB;
  const uploads = perMonth * one.documents;
  return {
    ...fixedQuantities,
    writeUnits: perMonth * life.write,
    readUnits: perMonth * life.read,
    tableGb,
    backupGb: tableGb,
    lambdaRequests: apiRuns + backgroundRuns,
    lambdaGbSeconds: ((apiRuns * one.functionMs + backgroundRuns * BACKGROUND_MS) / 1000) * API_FUNCTION_GB,
    apiRequests: apiRuns,
    objectGb: (applicationsPerYear * one.documents * one.documentMb) / MB_PER_GB,
    objectWrites: uploads,
    objectReads: perMonth * one.documentReads,
    deliveredGb: (perMonth * one.deliveredMb) / MB_PER_GB,
    deliveredRequests: apiRuns + perMonth * one.visits * 5,
    logGb,
    keptLogGb: logGb * 12,
    keyRequests: perMonth * one.keyRequests,
    busEvents: perMonth * one.events,
    mails: perMonth * one.messages,
    scannedGb: (uploads * one.documentMb) / MB_PER_GB,
    scannedObjects: uploads,
    activePeople: perMonth * one.activePersonMonths,
  };
}
