import * as z from 'zod';
import { HashTextSchema } from './bytes.ts';
import { keyChanges } from './dossier.ts';
import { InstantSchema } from './instant-schema.ts';
import { JournalEventSchema } from './journal-event.ts';
import { JsonObjectSchema } from './json-value.ts';
import { LogEntrySchema } from './log-entry.ts';
import { SealSchema } from './seal.ts';

/**
 * Exports that prove themselves, as specified in proof-files.md: NDJSON, each line canonical JSON. First a
 * manifest, then the rows, last the end line.
 */
const manifest = {
  version: z.literal(1),
  issuedAt: InstantSchema,
  /** What was asked for, in the words of the caller; the proof does not lean on it. */
  query: JsonObjectSchema,
  /** The signed checkpoint that the proofs lead to. */
  checkpoint: z.string().max(20_000),
  keyChanges,
};

/** All log entries from `from` up to, but without, `to`. */
const PeriodManifestSchema = z.strictObject({
  kind: z.literal('period-export'),
  ...manifest,
  from: z.int().min(0),
  to: z.int().min(0),
});
export type PeriodManifest = z.infer<typeof PeriodManifestSchema>;

/** Chosen rows, each with its own proof; nothing shows that none is missing. */
const FilteredManifestSchema = z.strictObject({ kind: z.literal('filtered-export'), ...manifest });
export type FilteredManifest = z.infer<typeof FilteredManifestSchema>;

/** Dossiers, one a line, each proving itself; nothing shows that no case is missing. */
export const CollectionManifestSchema = z.strictObject({
  kind: z.literal('dossier-collection'),
  ...manifest,
});
export type CollectionManifest = z.infer<typeof CollectionManifestSchema>;

export const ManifestSchema = z.discriminatedUnion('kind', [PeriodManifestSchema, FilteredManifestSchema]);
export type Manifest = z.infer<typeof ManifestSchema>;

/** How many rows were issued (events, present or removed; or dossiers), and the issuer's signed note over all lines above. */
export const EndLineSchema = z.strictObject({
  kind: z.literal('end'),
  rows: z.int().min(0),
  issued: z.string().max(20_000),
});
export type EndLine = z.infer<typeof EndLineSchema>;

/** The log's leaf hashes `block * 256` and following, before the rows they vouch for (see proveBlock). */
const BlockLineSchema = z.strictObject({
  kind: z.literal('block'),
  block: z.int().min(0),
  leaves: z.array(HashTextSchema).min(1).max(256),
  proof: z.array(HashTextSchema).max(64),
});
export type BlockLine = z.infer<typeof BlockLineSchema>;

const index = z.int().min(0);

/** A row of a period export; `removed` stands where the log knows of an event that the journal has no longer. */
const PeriodRowSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('event'), index, event: JournalEventSchema }),
  z.strictObject({ kind: z.literal('removed'), index, entry: LogEntrySchema }),
]);
export type PeriodRow = z.infer<typeof PeriodRowSchema>;
export const PeriodLineSchema = z.discriminatedUnion('kind', [
  PeriodRowSchema,
  BlockLineSchema,
  EndLineSchema,
]);

/** Rows are counted from 1. */
const row = z.int().min(1);

const FilteredRowSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('event'), row, event: JournalEventSchema, seal: SealSchema }),
  z.strictObject({ kind: z.literal('removed'), row, entry: LogEntrySchema, seal: SealSchema }),
]);
export type FilteredRow = z.infer<typeof FilteredRowSchema>;
export const FilteredLineSchema = z.discriminatedUnion('kind', [FilteredRowSchema, EndLineSchema]);
