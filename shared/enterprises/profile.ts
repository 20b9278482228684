import * as z from 'zod';
import { creditCodeFault } from '../identity/credit-code.ts';
import { TownCodeSchema } from '../identity/town.ts';

/** The key under which cases know an enterprise: its credit code, or a keyed hash where that names a person. */
export const EnterpriseKeySchema = z.string().regex(/^[0-9A-Za-z_-]{18,43}$/);

const NameSchema = z.string().trim().min(2).max(80);
export const CreditCodeSchema = z
  .string()
  .refine((code) => creditCodeFault(code) === undefined, { error: 'not a unified social credit code' });

/** Somebody who asked to act for the enterprise, or may. */
const MemberSchema = z.strictObject({
  account: z.string(),
  name: z.string(),
  state: z.enum(['asked', 'confirmed']),
  /** When they asked. */
  at: z.iso.datetime({ precision: 3 }),
});

/**
 * A branch 分厂 in a town. One with a credit code of its own counts as part of the enterprise once its town has
 * seen that it is; one without is only named.
 */
export const BranchIdSchema = z.string().regex(/^[0-9a-z-]{1,40}$/);
const BranchSchema = z.strictObject({
  id: BranchIdSchema,
  name: NameSchema,
  town: TownCodeSchema,
  address: z.string().trim().min(2).max(120),
  state: z.enum(['named', 'claimed', 'confirmed']),
  /** Of a branch with a credit code of its own. */
  enterprise: EnterpriseKeySchema.optional(),
});

/** What is known of an enterprise 经营主体 over all its applications. */
export const ProfileSchema = z.strictObject({
  enterprise: EnterpriseKeySchema,
  /** Number of the latest event. */
  version: z.int().min(1),
  name: NameSchema,
  /** Where the head office is: its town confirms who may act. */
  town: TownCodeSchema,
  members: z.array(MemberSchema),
  branches: z.array(BranchSchema),
});
export type Profile = Readonly<z.infer<typeof ProfileSchema>>;
export type Member = Readonly<z.infer<typeof MemberSchema>>;
export type Branch = Readonly<z.infer<typeof BranchSchema>>;

export const mostMembers = 20;
export const mostBranches = 60;
