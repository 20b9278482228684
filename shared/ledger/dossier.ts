import * as z from 'zod';
import { DigestSchema, digestKinds } from './digest.ts';
import { InstantSchema } from './instant-schema.ts';
import { ChainIdSchema, JournalEventSchema } from './journal-event.ts';
import { JsonValueSchema } from './json-value.ts';
import { LogEntrySchema } from './log-entry.ts';
import { SealSchema } from './seal.ts';

/** An event, or, when the log knows of one that the journal has no longer, what the log knows. */
const DossierRowSchema = z.union([
  z.strictObject({ event: JournalEventSchema, seal: SealSchema.optional() }),
  z.strictObject({ missing: LogEntrySchema, seal: SealSchema }),
]);
export type DossierRow = z.infer<typeof DossierRowSchema>;

/** A thing that an event names by digest: a form revision, the programme. `pointer` (RFC 6901) leads to the digest in the event. */
const EnclosureSchema = z.strictObject({
  kind: z.enum(digestKinds),
  seq: z.int().min(1),
  pointer: z.string().max(200),
  value: JsonValueSchema,
});
export type Enclosure = z.infer<typeof EnclosureSchema>;

/** A case file that proves itself, as specified in proof-files.md; its text is its canonical JSON. */
export const DossierSchema = z.strictObject({
  kind: z.literal('case-dossier'),
  version: z.literal(1),
  caseId: ChainIdSchema,
  issuedAt: InstantSchema,
  /** The signed checkpoint that the proofs lead to. */
  checkpoint: z.string().max(20_000),
  /** How far the case had come when the dossier was issued. */
  head: z.strictObject({ seq: z.int().min(1), hash: DigestSchema }),
  /** In order. The latest may lack a seal: sealing follows within seconds. */
  events: z.array(DossierRowSchema),
  enclosures: z.array(EnclosureSchema),
  /** Signed note of the issuer over the digest of all the rest. */
  issued: z.string().max(20_000),
});
export type Dossier = z.infer<typeof DossierSchema>;

/** What the issuer puts together and then signs. */
export type DossierContents = Omit<Dossier, 'issued'>;
