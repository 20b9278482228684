import type { Figures } from './figures.ts';

type Row = readonly (string | number)[];

/** Columns in line: the first to the left, figures to the right. */
function table(title: string, head: Row, rows: readonly Row[]): string {
  const all = [head, ...rows].map((row) => row.map(String));
  const widths = head.map((_, column) => Math.max(...all.map((row) => (row[column] ?? '').length)));
  const lines = all.map((row) =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  '),
  );
  return [`\n${title}`, ...lines.map((line) => `  ${line}`)].join('\n');
}

/** Where we want to be stands in the titles. */
export const said = (figures: Figures): string =>
  [lifecycleSaid, ownTimeSaid, unitsSaid, historySaid, coldStartSaid, portalSaid, ledgerSaid]
    .flatMap((say) => say(figures) ?? [])
    .join('\n');

const lifecycleSaid = ({ lifecycle }: Figures): string | undefined =>
  lifecycle &&
  table(
    'Whole lives through the HTTP API (wanted: 0.7 of the floor at 8 clients)',
    ['clients', 'lives/s', 'p50 ms', 'p99 ms', 'floor lives/s', 'ours/floor'],
    Object.entries(lifecycle).map(([name, one]) => [
      name.slice(1).replace('All', ', sealing and telling beside them'),
      one.perSecond,
      one.p50Ms,
      one.p99Ms,
      one.floorPerSecond,
      one.ratioToFloor,
    ]),
  );

const ownTimeSaid = ({ ownTime }: Figures): string | undefined =>
  ownTime &&
  table(
    'Own time of a call, outside storage (wanted: p50 0.3)',
    ['p50 ms', 'p99 ms', 'mean ms of processor'],
    [[ownTime.p50Ms, ownTime.p99Ms, ownTime.cpuMeanMs]],
  );

const unitsSaid = ({ units }: Figures): string | undefined =>
  units &&
  table(
    'Capacity units (wanted: 1.25 of the least; an approval’s least holds what it takes, ACCESS-PATTERNS.md)',
    ['', 'requests', 'read', 'write', 'to the least', 'to a plain act'],
    [
      [
        'a plain act',
        units.perAct.requests,
        units.perAct.read,
        units.perAct.write,
        units.plainRatioToLeast,
        1,
      ],
      [
        'a whole life',
        units.perLifecycle.requests,
        units.perLifecycle.read,
        units.perLifecycle.write,
        units.ratioToLeast,
        units.ratioToPlainAct,
      ],
    ],
  );

const historySaid = ({ history }: Figures): string | undefined =>
  history &&
  table(
    `Decision history, a page over all mixes of filters (wanted: 1.2 of the smallest; is ${history.ratioToSmallest})`,
    ['decisions', 'units', 'worst', 'ms'],
    history.sizes.map((one) => [one.decisions, one.unitsPerPage, one.worstUnits, one.msPerPage]),
  );

const coldStartSaid = ({ coldStart }: Figures): string | undefined =>
  coldStart &&
  table(
    'Cold starts (wanted: 1.3 of the SDK alone)',
    ['function', 'ms', 'to the SDK', 'zip KB'],
    coldStart.map((one) => [one.function, one.ms, one.ratioToSdkOnly, one.zipKB]),
  );

const portalSaid = ({ portal }: Figures): string | undefined =>
  portal &&
  table(
    'Portal; painting and answering on a phone 4 × slower than this machine, on slow 4G, with nothing cached',
    ['page', 'script, KB gzipped', 'largest paint ms', 'input to frame ms'],
    portal.map((one) => [one.route, one.jsGzKB, one.lcpMs ?? '', one.inputDelayMs ?? '']),
  );

const ledgerSaid = ({ ledger }: Figures): string | undefined =>
  ledger &&
  table(
    'Ledger (wanted: 5,000 sealed a second)',
    ['sealed/s', 'verified/s', 'proof bytes'],
    [[ledger.sealPerSecond, ledger.verifyPerSecond, ledger.proofBytes]],
  );
