import * as z from 'zod';
import { TextSchema } from '../../language/text.ts';
import { CaseStatusDtoSchema } from './case.ts';
import { AnswersSchema, CaseIdSchema, DigestSchema, ExplanationDtoSchema, InstantSchema } from './common.ts';

const ActorDtoSchema = z.strictObject({
  id: z.string(),
  /** From the directory; absent for applicants and for those who have left it. */
  name: z.string().optional(),
  office: z.string().optional(),
  roles: z.array(z.string()),
});

/** An event as recorded, and where the log holds it; no `index` before it is sealed. */
const DossierEventDtoSchema = z.strictObject({
  seq: z.int(),
  type: z.string(),
  at: InstantSchema,
  recordedAt: InstantSchema.optional(),
  actor: ActorDtoSchema,
  basis: z.record(z.string(), z.unknown()).optional(),
  data: z.record(z.string(), z.unknown()),
  hash: DigestSchema,
  previous: DigestSchema,
  index: z.int().optional(),
  /** What the rules said, explained by the programme version they were taken from. */
  explanation: ExplanationDtoSchema.optional(),
});
export type DossierEventDto = z.infer<typeof DossierEventDtoSchema>;

const DossierRevisionDtoSchema = z.strictObject({
  number: z.int(),
  at: InstantSchema,
  digest: DigestSchema,
  /** Protected: every identifier masked. */
  answers: AnswersSchema,
  documents: z.array(
    z.strictObject({
      slot: z.string(),
      id: z.string(),
      name: z.string().optional(),
      sha256: DigestSchema,
      size: z.int(),
      type: z.string(),
    }),
  ),
});
export type DossierRevisionDto = z.infer<typeof DossierRevisionDtoSchema>;

/** Everything about a case that somebody needs who asks years later whether it was right. */
export const DossierDtoSchema = z.strictObject({
  caseId: CaseIdSchema,
  version: z.int(),
  status: CaseStatusDtoSchema,
  programme: z.strictObject({ id: z.string(), version: z.int(), title: TextSchema, hash: DigestSchema }),
  /** Published versions of the programme, for asking what each of them would have said. */
  versions: z.array(z.int()),
  town: z.string(),
  enterpriseName: z.string(),
  /** Account id. */
  applicant: z.string(),
  filedBy: z.string().optional(),
  submittedAt: InstantSchema,
  /** Fen. */
  amount: z.strictObject({
    computed: z.int(),
    proposed: z.int().optional(),
    approved: z.int().optional(),
  }),
  events: z.array(DossierEventDtoSchema),
  /** Events that the log sealed and the journal has no longer. */
  missing: z.array(z.strictObject({ seq: z.int(), index: z.int(), hash: DigestSchema })),
  revisions: z.array(DossierRevisionDtoSchema),
  /** Who looked at what of this case, this reading included. */
  accesses: z.array(
    z.strictObject({
      type: z.string(),
      at: InstantSchema,
      actor: ActorDtoSchema,
      data: z.record(z.string(), z.unknown()),
    }),
  ),
});
export type DossierDto = z.infer<typeof DossierDtoSchema>;

const ValueSchema = z.union([z.string(), z.int(), z.boolean()]);
const ReckoningSchema = z.strictObject({
  outcome: z.enum(['eligible', 'not-eligible']),
  /** Fen. */
  amount: z.int(),
});

/** One recorded evaluation, made again. */
const ReplayedDtoSchema = z.strictObject({
  seq: z.int(),
  type: z.string(),
  at: InstantSchema,
  /** Whether the form it was made from is still the one that the record names. */
  inputs: z.enum(['as-recorded', 'altered', 'missing']),
  recorded: ReckoningSchema,
  /** Absent where the form is missing. */
  replayed: ReckoningSchema.optional(),
  differences: z.array(
    z.strictObject({
      kind: z.enum(['term', 'rule', 'outcome', 'amount']),
      name: z.string(),
      label: TextSchema,
      unit: z.string().optional(),
      recorded: ValueSchema.optional(),
      replayed: ValueSchema.optional(),
    }),
  ),
});
export type ReplayedDto = z.infer<typeof ReplayedDtoSchema>;

export const ReplayDtoSchema = z.strictObject({
  caseId: CaseIdSchema,
  programme: z.string(),
  /** Under which the case was decided, and under which it was evaluated again. */
  pinned: z.int(),
  under: z.int(),
  decisions: z.array(ReplayedDtoSchema),
});
export type ReplayDto = z.infer<typeof ReplayDtoSchema>;
