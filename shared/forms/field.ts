import * as z from 'zod';
import { TextSchema } from '../language/text.ts';

/** The id of a field, a column or a document slot; also its name in rules, hence camelCase. */
const FieldIdSchema = z.string().regex(/^[a-z][A-Za-z0-9]{0,59}$/);

/** A condition in CEL over the answers that stand above it; checked when the programme is published. */
const ConditionSchema = z.string().min(1).max(2000);
const CountSchema = z.int().nonnegative();

/** 'today', or the id of a date field (in a table: of a column of the same row, else of a field of the form). */
const DateBoundSchema = z.string().min(1);

const common = {
  id: FieldIdSchema,
  label: TextSchema,
  hint: TextSchema.optional(),
  /** True, false, or when: then the field may stay empty unless the condition holds. */
  required: z.union([z.boolean(), ConditionSchema]),
  /** Hidden, and its answer dropped, unless this holds. */
  visibleWhen: ConditionSchema.optional(),
  /** Taken from what the applicant's enterprise has stated before, or from the course that was planned. */
  prefill: z
    .string()
    .regex(/^(?:enterprise|course)\.[a-z][A-Za-z0-9]*$/)
    .optional(),
  /** Shown on the public notice. */
  publicNotice: z.boolean().optional(),
};

const OptionSchema = z.strictObject({
  value: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9-]*$/),
  label: TextSchema,
});
const options = z.array(OptionSchema).min(1).max(200);

const length = { minLength: CountSchema.optional(), maxLength: z.int().min(1).max(10_000).optional() };
const range = { min: z.int().optional(), max: z.int().optional() };

const field = <T extends string, S extends z.core.$ZodLooseShape>(type: T, shape: S) =>
  z.strictObject({ type: z.literal(type), ...common, ...shape });

const scalarFields = [
  field('text', length),
  field('long-text', length),
  field('integer', { ...range, unit: TextSchema.optional() }),
  /** Fen. */
  field('money', range),
  /** 0.01 %: 8000 is 80 %. */
  field('percentage', range),
  /** 0.01 m². */
  field('area', range),
  field('date', { notBefore: DateBoundSchema.optional(), notAfter: DateBoundSchema.optional() }),
  field('choice', { options }),
  field('yes-no', {}),
  field('credit-code', {}),
  field('resident-id', {}),
  field('mobile', {}),
  field('bank-account', {}),
  field('person-name', {}),
  /** A town of the county, by division code. */
  field('town', {}),
] as const;

/** One value in one place: also what a table may have as a column. */
const ScalarFieldSchema = z.discriminatedUnion('type', scalarFields);
export type ScalarField = Readonly<z.infer<typeof ScalarFieldSchema>>;

/** Columns are asked for in every row alike: they have no conditions and no prefill. */
const ColumnSchema = ScalarFieldSchema.refine(
  (column) =>
    typeof column.required === 'boolean' && column.visibleWhen === undefined && column.prefill === undefined,
  { error: 'a column has no conditions and no prefill' },
);

export const FieldSchema = z.discriminatedUnion('type', [
  ...scalarFields,
  field('choices', { options, minChosen: CountSchema.optional(), maxChosen: CountSchema.optional() }),
  /** A unit of the premises inventory, by its id. */
  field('premises', {}),
  /** Ids of documents handed in for a document slot. */
  field('document', { slot: FieldIdSchema, maxFiles: z.int().min(1).max(20) }),
  field('table', {
    columns: z.array(ColumnSchema).min(1).max(30),
    minRows: CountSchema,
    maxRows: z.int().min(1).max(2000),
    /** Columns that together may not occur twice. */
    uniqueBy: z.array(FieldIdSchema).min(1).optional(),
  }),
]);
export type Field = Readonly<z.infer<typeof FieldSchema>>;
export type FieldType = Field['type'];
export type FieldOf<T extends FieldType> = Extract<Field, { type: T }>;
export type TableField = FieldOf<'table'>;

const SectionSchema = z.strictObject({
  id: FieldIdSchema,
  title: TextSchema,
  intro: TextSchema.optional(),
  visibleWhen: ConditionSchema.optional(),
  fields: z.array(FieldSchema).min(1),
});
export type Section = Readonly<z.infer<typeof SectionSchema>>;

/** A form by its shape alone; definitions from outside are read with the FormSchema of form-schema.ts. */
export const FormShape = z.strictObject({ sections: z.array(SectionSchema).min(1) });
/** What is asked, in which order, under which conditions. The same definition serves browser and Lambda. */
export type Form = Readonly<z.infer<typeof FormShape>>;

/** Definitions never change once parsed, and every reading of answers begins with their fields. */
const listed = new WeakMap<Form, readonly Field[]>();

/** All fields of a form in document order. */
export function fieldsOf(form: Form): readonly Field[] {
  const fields = listed.get(form) ?? form.sections.flatMap((section) => section.fields);
  listed.set(form, fields);
  return fields;
}

/** Types whose answers are personal data: encrypted at rest, masked by default, compared by keyed HMAC. */
const sensitiveTypes = ['resident-id', 'mobile', 'bank-account', 'person-name'] as const;
export type SensitiveType = (typeof sensitiveTypes)[number];

const sensitive: ReadonlySet<string> = new Set(sensitiveTypes);
export const isSensitive = (type: FieldType): type is SensitiveType => sensitive.has(type);
