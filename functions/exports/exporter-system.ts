import type { Outcome } from '../../shared/api/errors.ts';
import type { DecisionDto, UnreadDto } from '../../shared/api/routes/auditor.ts';
import type { ExportQuery } from '../../shared/api/routes/exports.ts';
import type { AuditorSystem } from '../auditor/auditor-system.ts';
import type { ExportsStore } from './exports-store.ts';

/** A page of the decision search, from a cursor on. */
export type DecisionPages = (
  query: ExportQuery,
  cursor: string | undefined,
) => Promise<
  Outcome<{
    readonly items: readonly DecisionDto[];
    readonly next?: string | undefined;
    readonly unread?: UnreadDto | undefined;
  }>
>;

export type ExporterSystem = AuditorSystem & {
  readonly exports: ExportsStore;
  readonly decisions: DecisionPages;
};
