import * as z from 'zod';
import { FormSchema } from '../forms/form-schema.ts';
import { numberUnits, units } from '../language/quantity.ts';
import { TextSchema } from '../language/text.ts';

const IdSchema = z.string().regex(/^[a-z][a-z0-9-]*$/);
/** A CEL expression; type-checked when the programme is published (see check-programme.ts). */
const ExpressionSchema = z.string().min(1).max(2000);
const DateSchema = z.iso.date();
const WorkingDaysSchema = z.int().min(1).max(120);

const LegalBasisSchema = z.strictObject({
  id: IdSchema,
  title: TextSchema,
  /** Article or clause, as cited in letters. */
  clause: TextSchema,
  /** `stated` in the county's reports, `law`, `practice` elsewhere, or the county's own `default`. */
  standing: z.enum(['stated', 'law', 'practice', 'default']),
});
export type LegalBasis = z.infer<typeof LegalBasisSchema>;

/** An amount, limit or rate of the policy: data, shown with its basis, never a constant in code. */
const ParameterSchema = z.strictObject({
  name: z.string().regex(/^[a-z][A-Za-z0-9]*$/),
  label: TextSchema,
  unit: z.enum(numberUnits),
  /** Scaled integer: fen, 0.01 %, 0.01 m² (see forms); plain integer otherwise. */
  value: z.int(),
  basis: IdSchema,
});
export type Parameter = z.infer<typeof ParameterSchema>;

/** A named step of the reckoning. Later terms and rules may use its name. */
const TermSchema = z.strictObject({
  name: z.string().regex(/^[a-z][A-Za-z0-9]*$/),
  label: TextSchema,
  unit: z.enum(units),
  expression: ExpressionSchema,
  /**
   * The expression as an officer would say it: its `{slot}`s are filled from answers that are no personal data,
   * parameters, facts and this and earlier terms. Without it the values the expression names are listed, where there
   * are several; a value that is taken over as it is needs no words.
   */
  inWords: TextSchema.optional(),
});
export type Term = z.infer<typeof TermSchema>;

const RuleSchema = z.strictObject({
  id: IdSchema,
  label: TextSchema,
  /** True when the rule is met. */
  expression: ExpressionSchema,
  /** A `must` rule that fails makes the outcome "not eligible"; an `attention` rule only points the reviewer to something. */
  weight: z.enum(['must', 'attention']),
  basis: IdSchema,
  /** Said to the applicant when the rule is not met. */
  failure: TextSchema,
  /** `{slot}`s in `failure` are filled from terms of these names. */
  shows: z.array(z.string()).optional(),
});
export type Rule = z.infer<typeof RuleSchema>;

/** A place for the files of one document; ids are the programme's own, over applications and reports. */
const SlotSchema = z.strictObject({
  id: z.string().regex(/^[a-z][A-Za-z0-9]*$/),
  title: TextSchema,
  /** Who issues it, or where to find it. */
  source: TextSchema,
  accept: z
    .array(
      z.enum([
        'image/jpeg',
        'image/png',
        'application/pdf',
        'text/csv',
        'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      ]),
    )
    .min(1),
  maxBytes: z.int().min(1).max(20_000_000),
  maxFiles: z.int().min(1).max(20),
});
export type Slot = z.infer<typeof SlotSchema>;

const DocumentSlotSchema = z.strictObject({
  ...SlotSchema.shape,
  copies: z.int().min(0).max(9),
  required: z.union([z.boolean(), ExpressionSchema]),
  /** 容缺: the case goes on without it and it is handed in later. */
  mayFollow: z.boolean(),
  /** Needed when applying, or only before payment or handover. */
  neededFor: z.enum(['application', 'delivery']),
});
export type DocumentSlot = z.infer<typeof DocumentSlotSchema>;

/** Which office a stage belongs to: the town of the case, a fixed office, or one chosen by an answer. */
const OfficeRefSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('town-of-case') }),
  z.strictObject({ kind: z.literal('office'), office: z.string() }),
  /** E.g. the training stream decides between two bureaus. `answer` is a choice field's id. */
  z.strictObject({
    kind: z.literal('by-answer'),
    answer: z.string(),
    offices: z.record(z.string(), z.string()),
  }),
]);
export type OfficeRef = z.infer<typeof OfficeRefSchema>;

const StageSchema = z.strictObject({
  id: IdSchema,
  title: TextSchema,
  /**
   * acceptance: accept, return once, or not accept · recommendation: give an opinion to the next stage ·
   * decision: approve with an amount, or refuse · joint-meeting: a decision by a meeting of several offices.
   */
  kind: z.enum(['acceptance', 'recommendation', 'decision', 'joint-meeting']),
  office: OfficeRefSchema,
  /** Two: a second officer must confirm the site visit or the minutes. */
  officers: z.union([z.literal(1), z.literal(2)]),
  siteVisit: z.boolean(),
  workingDays: WorkingDaysSchema,
  /** What happens when the promise runs out: a reminder upward, or silence counts as accepted. */
  onSilence: z.enum(['escalate', 'accept']),
  checklist: z.array(z.strictObject({ id: IdSchema, label: TextSchema })),
  /** The stage is passed over unless this holds; terms, parameters, `facts` and `amount` are in scope. */
  when: ExpressionSchema.optional(),
  basis: IdSchema,
});
export type Stage = z.infer<typeof StageSchema>;

/** What approval gives: money, or floor area at no rent. */
const BenefitSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('money'),
    /** Term holding the computed amount in fen. */
    amount: z.string(),
    /** Which fund pays; year is that of the decision. */
    fund: z.strictObject({ funder: z.enum(['county', 'bureau', 'town']), programme: IdSchema }),
    /** Recurring awards are applied for anew each calendar year. */
    recurs: z.enum(['once', 'yearly']),
    /** Parameter (fen) with the most one enterprise may be given by this programme over all its sites. */
    cap: z.string().optional(),
  }),
  z.strictObject({
    kind: z.literal('premises'),
    /** Terms: value foregone in fen; months; floor area (0.01 m²); share (0.01 %). */
    amount: z.string(),
    months: z.string(),
    area: z.string(),
    share: z.string(),
    /** Answer ids. */
    unit: z.string(),
    startsOn: z.string(),
  }),
]);
export type Benefit = z.infer<typeof BenefitSchema>;

/**
 * What may be given only once, whoever asks: a key made of answers. `each` repeats it per row of a table
 * (the same trainee, the same invoice). Enforced by locks when approving, checked when submitting.
 */
const OnceOnlySchema = z.strictObject({
  id: IdSchema,
  label: TextSchema,
  /** Shared across programmes that name the same scope. */
  scope: IdSchema,
  each: z.string().optional(),
  /** Rows for which it counts, e.g. qualified trainees only. CEL over `row`, answers and parameters. */
  where: ExpressionSchema.optional(),
  /** Answer ids (of the row when `each` is given) and, prefixed with `form.`, of the form. */
  key: z.array(z.string()).min(1),
  /** Date answers of the form: the key is made anew for each calendar month from one to the other. */
  monthly: z.strictObject({ from: z.string(), to: z.string() }).optional(),
});
export type OnceOnly = z.infer<typeof OnceOnlySchema>;

const ObligationSchema = z.strictObject({
  id: IdSchema,
  title: TextSchema,
  kind: z.enum(['start-production', 'report', 'roster', 'retention', 'keep-jobs', 'no-sublet']),
  /** Months or days after delivery at which it first falls due. */
  firstDue: z.strictObject({ count: z.int().min(1), unit: z.enum(['days', 'months']) }),
  every: z
    .strictObject({ count: z.int().min(1), unit: z.enum(['months']), until: z.int().min(1) })
    .optional(),
  /** The report the enterprise hands in; absent for standing duties that are only watched. */
  form: FormSchema.optional(),
  /** Handed in with the report, each in its place of the form, which says whether it is required. */
  documents: z.array(SlotSchema).optional(),
  /** True when the report shows the duty is kept; report answers, terms of the award and parameters in scope. */
  keptWhen: ExpressionSchema.optional(),
  mendWorkingDays: z.int().min(1).max(120),
  /** Fen to recover on breach; as `keptWhen`, with `paid` (fen), `monthsLeft` and `monthsTotal`. */
  recovery: ExpressionSchema.optional(),
  basis: IdSchema,
});
export type Obligation = z.infer<typeof ObligationSchema>;

/** What the programme says to "What could I get?"; the questions are shared (see precheck-questions.ts). */
const PrecheckSchema = z.strictObject({
  rules: z.array(
    z.strictObject({
      id: IdSchema,
      /** CEL over the questions and parameters; unless it holds, the verdict is this one, for this reason. */
      expression: ExpressionSchema,
      verdict: z.enum(['no', 'depends']),
      /** `{slot}`s are filled from parameters. */
      reason: TextSchema,
    }),
  ),
  /** Indicative fen; CEL over the questions and parameters. */
  amount: ExpressionSchema,
  amountNote: TextSchema,
});

const GuideSchema = z.strictObject({
  whoCanApply: TextSchema,
  conditions: z.array(TextSchema).min(1),
  whatYouGet: TextSchema,
  fee: TextSchema,
  window: z.strictObject({ office: TextSchema, address: TextSchema, phone: z.string(), hours: TextSchema }),
  remedies: z.array(TextSchema).min(1),
  questions: z.array(z.strictObject({ question: TextSchema, answer: TextSchema })),
});

export const ProgrammeSchema = z.strictObject({
  id: IdSchema,
  /** Counts up from 1; a published version never changes. */
  version: z.int().min(1),
  title: TextSchema,
  summary: TextSchema,
  /** Offices' staff who answer for it; also who may see its cases as "the programme's bureau". */
  owner: OfficeRefSchema,
  effectiveFrom: DateSchema,
  effectiveTo: DateSchema.optional(),
  /** Only these towns (division codes); everywhere in the county when absent. */
  towns: z.array(z.string()).optional(),
  legalBases: z.array(LegalBasisSchema).min(1),
  parameters: z.array(ParameterSchema),
  guide: GuideSchema,
  precheck: PrecheckSchema,
  form: FormSchema,
  /** Answer ids the workflow needs whatever the form looks like. */
  keys: z.strictObject({
    town: z.string(),
    site: z.string(),
    enterpriseName: z.string(),
    creditCode: z.string(),
    legalRepresentativeId: z.string(),
    industry: z.string(),
    plannedJobs: z.string().optional(),
    plannedPoorJobs: z.string().optional(),
    /** To whom money goes, where the form asks for a bank account: `payee` and `bank` unless said otherwise. */
    payee: z.string().optional(),
    bank: z.string().optional(),
  }),
  declaration: z.strictObject({ version: z.string(), text: TextSchema }),
  documents: z.array(DocumentSlotSchema),
  terms: z.array(TermSchema),
  rules: z.array(RuleSchema).min(1),
  benefit: BenefitSchema,
  onceOnly: z.array(OnceOnlySchema),
  stages: z.array(StageSchema).min(1),
  correction: z.strictObject({ workingDays: WorkingDaysSchema, basis: IdSchema }),
  extension: z.strictObject({ workingDays: WorkingDaysSchema, basis: IdSchema }),
  /** Share of each stage's days that remains when a case is expedited, in 0.01 %. */
  expedite: z.strictObject({ share: z.int().min(1).max(10_000), basis: IdSchema }),
  notice: z
    .strictObject({
      days: z.int().min(1).max(60),
      count: z.enum(['working', 'calendar']),
      office: OfficeRefSchema,
      basis: IdSchema,
    })
    .optional(),
  delivery: z.strictObject({ workingDays: WorkingDaysSchema, office: OfficeRefSchema, basis: IdSchema }),
  internalReview: z.strictObject({
    workingDays: WorkingDaysSchema,
    office: OfficeRefSchema,
    basis: IdSchema,
  }),
  refusalRemedies: z.array(TextSchema).min(1),
  obligations: z.array(ObligationSchema),
});
export type Programme = z.infer<typeof ProgrammeSchema>;
