import * as z from 'zod';

/** The discriminated union over `type` of all schemas of a record, so that the record is the only list. */
export function unionOf<S extends z.core.$ZodTypeDiscriminable>(schemas: Readonly<Record<string, S>>) {
  const [first, ...rest] = Object.values(schemas);
  if (first === undefined) throw new Error('a union needs a member');
  return z.discriminatedUnion('type', [first, ...rest]);
}
