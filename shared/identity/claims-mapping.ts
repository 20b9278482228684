import * as z from 'zod';
import { RoleSchema } from './actor.ts';

/** Where a fact stands among the claims: a claim's name, or the names of nested objects down to it. */
const ClaimPathSchema = z.union([z.string().min(1), z.array(z.string().min(1)).min(1).readonly()]);

/**
 * How an issuer's claims become an actor. Every issuer names things differently (`cognito:groups`,
 * `realm_access.roles`, …), so this is configuration: per stage in the cloud, the defaults locally.
 */
export const ClaimsMappingSchema = z.strictObject({
  id: ClaimPathSchema.default('sub'),
  name: ClaimPathSchema.default('name'),
  roles: ClaimPathSchema.default('roles'),
  office: ClaimPathSchema.default('office'),
  town: ClaimPathSchema.default('town'),
  /** The issuer's role names where they differ from ours; others are taken as they are. */
  roleNames: z.record(z.string(), RoleSchema).exactOptional(),
});
