import * as z from 'zod';
import { ALGORITHM, checkScope, compareSignature, parseAmzDate } from './signature.ts';
import type { StoreCredentials } from './signed-parts.ts';
import { StoreError } from './store-error.ts';

const PolicySchema = z.strictObject({
  expiration: z.iso.datetime(),
  conditions: z.array(
    z.union([
      z.tuple([z.literal('content-length-range'), z.int().min(0), z.int().min(0)]),
      z.tuple([z.enum(['eq', 'starts-with']), z.string().startsWith('$'), z.string()]),
      z.record(z.string(), z.string()),
    ]),
  ),
});

/** The sizes a policy allows, in bytes. */
export type AllowedSize = { readonly min: number; readonly max: number };

/** Fields that carry the policy itself, and need no condition. */
const unconditional = new Set(['policy', 'x-amz-signature']);

/**
 * Checks the form of an upload against the policy that was signed for it: signature, expiry, every
 * condition met, and no field that no condition speaks of.
 * Source: "Creating a POST policy" in the Amazon S3 API reference.
 * @param fields by lower-case name, `bucket` among them.
 * @param now epoch milliseconds.
 */
export function checkPolicy(
  fields: ReadonlyMap<string, string>,
  credentials: StoreCredentials,
  now: number,
): AllowedSize {
  const encoded = fields.get('policy');
  if (encoded === undefined) throw new StoreError('AccessDenied', 'The upload has no policy.');
  if (fields.get('x-amz-algorithm') !== ALGORITHM) {
    throw new StoreError('InvalidArgument', 'X-Amz-Algorithm is missing or not known here.');
  }
  const amzDate = fields.get('x-amz-date') ?? '';
  parseAmzDate(amzDate);
  checkScope(fields.get('x-amz-credential') ?? '', amzDate, credentials);
  compareSignature(fields.get('x-amz-signature') ?? '', encoded, amzDate, credentials);

  const policy = parsePolicy(encoded);
  if (now > Date.parse(policy.expiration)) throw refused('Policy expired.');

  const spokenOf = new Set<string>();
  const size = { min: 0, max: Number.POSITIVE_INFINITY };
  const meet = (field: string, holds: (value: string) => boolean): void => {
    const name = field.toLowerCase();
    spokenOf.add(name);
    if (!holds(fields.get(name) ?? '')) throw refused(`Policy condition failed: ${field}.`);
  };
  for (const condition of policy.conditions) {
    if (!Array.isArray(condition)) {
      for (const [field, wanted] of Object.entries(condition)) meet(field, (value) => value === wanted);
    } else if (condition[0] === 'content-length-range') {
      size.min = Math.max(size.min, condition[1]);
      size.max = Math.min(size.max, condition[2]);
    } else {
      const [operator, field, wanted] = condition;
      meet(field.slice(1), (value) => (operator === 'eq' ? value === wanted : value.startsWith(wanted)));
    }
  }
  for (const name of fields.keys()) {
    if (!spokenOf.has(name) && !unconditional.has(name) && !name.startsWith('x-ignore-')) {
      throw refused(`Extra input fields: ${name}.`);
    }
  }
  return size;
}

function parsePolicy(encoded: string): z.infer<typeof PolicySchema> {
  try {
    return PolicySchema.parse(JSON.parse(Buffer.from(encoded, 'base64').toString('utf8')));
  } catch {
    throw new StoreError('InvalidPolicyDocument', 'The policy is not valid.');
  }
}

const refused = (message: string): StoreError =>
  new StoreError('AccessDenied', `Invalid according to policy: ${message}`);
