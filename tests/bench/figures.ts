import type { ColdStart } from './cold-start.ts';
import type { HistoryFigures } from './history-ratios.ts';
import type { LedgerFigures } from './ledger-speed.ts';
import type { Speed } from './lifecycle.ts';
import type { PortalRoute } from './portal-bytes.ts';
import type { OwnTime, UnitFigures } from './units-and-own-time.ts';

/** What `--json` prints; a part that was not asked for is not there. */
export type Figures = {
  /** By number of clients: `c1`, `c8`, `c32`; `c8All` with everything else that runs on one machine. */
  lifecycle?: Readonly<Record<string, Speed>>;
  ownTime?: OwnTime;
  units?: UnitFigures;
  history?: HistoryFigures;
  coldStart?: readonly ColdStart[];
  portal?: readonly PortalRoute[];
  ledger?: LedgerFigures;
};

export const parts = ['lifecycle', 'history', 'coldStart', 'portal', 'ledger'] as const;
export type Part = (typeof parts)[number];
