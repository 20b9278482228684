import * as z from 'zod';
import { DigestSchema } from './digest.ts';
import { InstantSchema } from './instant-schema.ts';
import { ChainIdSchema, JournalEventSchema } from './journal-event.ts';
import { JsonValueSchema } from './json-value.ts';
import { LogEntrySchema } from './log-entry.ts';
import { SealSchema } from './seal.ts';

/** Statements about changes of the log's key, so that a reader who holds one key can follow to the others. */
export const keyChanges = z.array(z.string().max(20_000)).min(1).max(100).optional();

/** An event, or, when the log knows of one that the journal has no longer, what the log knows. */
const DossierRowSchema = z.union([
  z.strictObject({ event: JournalEventSchema, seal: SealSchema.optional() }),
  z.strictObject({ missing: LogEntrySchema, seal: SealSchema }),
]);
export type DossierRow = z.infer<typeof DossierRowSchema>;

/**
 * What an event rests on beyond itself, and where (RFC 6901) it names its digest. There is no other place: a text
 * that somebody typed must not be able to vouch for a form or a programme.
 */
export const enclosed = {
  revision: '/data/revision/digest',
  report: '/data/report/digest',
  programme: '/data/programme/hash',
} as const;
type EnclosedKind = keyof typeof enclosed;
const isEnclosedKind = (name: string): name is EnclosedKind => Object.hasOwn(enclosed, name);
export const enclosedKinds: readonly EnclosedKind[] = Object.keys(enclosed).filter(isEnclosedKind);

/** A thing that an event names by digest: a form, a report, the programme. */
const EnclosureSchema = z
  .strictObject({
    kind: z.enum(enclosedKinds),
    seq: z.int().min(1),
    pointer: z.string(),
    value: JsonValueSchema,
  })
  .refine(({ kind, pointer }) => pointer === enclosed[kind], { path: ['pointer'] });
export type Enclosure = z.infer<typeof EnclosureSchema>;

/** A case file that proves itself, as specified in proof-files.md; its text is its canonical JSON. */
export const DossierSchema = z.strictObject({
  kind: z.literal('case-dossier'),
  version: z.literal(1),
  caseId: ChainIdSchema,
  issuedAt: InstantSchema,
  /** The signed checkpoint that the proofs lead to. */
  checkpoint: z.string().max(20_000),
  keyChanges,
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
