import * as z from 'zod';

/** What commands and events are made of. */

export const command = <T extends string, S extends z.core.$ZodLooseShape>(type: T, shape: S) =>
  z.strictObject({ type: z.literal(type), ...shape });

export const event = <T extends string, S extends z.core.$ZodLooseShape>(type: T, shape: S) =>
  z.strictObject({ type: z.literal(type), data: z.strictObject(shape) });

/** The discriminated union over `type` of all schemas of a record, so that the record is the only list. */
export function unionOf<S extends z.core.$ZodTypeDiscriminable>(schemas: Readonly<Record<string, S>>) {
  const [first, ...rest] = Object.values(schemas);
  if (first === undefined) throw new Error('a union needs a member');
  return z.discriminatedUnion('type', [first, ...rest]);
}

/** What an officer or applicant must say. */
export const ReasonSchema = z.string().trim().min(2).max(2000);
/** What they may add. */
export const NoteSchema = z.string().trim().max(2000);
export const FenSchema = z.int().min(0).max(100_000_000_000);
export const SumSchema = z.int().min(1).max(100_000_000_000);
export const DateSchema = z.iso.date();
export const DigestSchema = z.string().regex(/^[0-9a-f]{64}$/);
/** Number of a payment voucher or receipt 凭证号. */
export const VoucherSchema = z.string().trim().min(1).max(40);

/** Fen kept in a fund for what one deciding office has approved and a joint meeting has yet to decide. */
export const ReservedSchema = z.strictObject({ fund: z.string(), amount: SumSchema });

/** A document that was handed in, as checked in the store. */
export const DocumentRecordSchema = z.strictObject({
  slot: z.string(),
  id: z.string(),
  sha256: DigestSchema,
  size: z.int(),
  type: z.string(),
});
export type DocumentRecord = z.infer<typeof DocumentRecordSchema>;
