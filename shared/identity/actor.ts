import * as z from 'zod';
import { OfficeIdSchema } from './office.ts';
import { TownCodeSchema } from './town.ts';

/**
 * What a person may be: applicant 申请人 · reviewer 经办人 · supervisor 负责人 (head of an office) ·
 * leader 县领导 · finance 财政 · auditor 审计 · policy 政策管理员 · system (the clock, never a person).
 */
export const roles = [
  'applicant',
  'reviewer',
  'supervisor',
  'leader',
  'finance',
  'auditor',
  'policy',
  'system',
] as const;
export const RoleSchema = z.enum(roles);
export type Role = z.infer<typeof RoleSchema>;

/** Who acts, as the token's claims say. `town` is the division code of someone who sees one town only. */
export const ActorSchema = z.strictObject({
  id: z.string().min(1).max(128),
  roles: z.array(RoleSchema).min(1),
  office: OfficeIdSchema.optional(),
  town: TownCodeSchema.optional(),
  displayName: z.string().min(1).max(100),
});
export type Actor = Readonly<z.infer<typeof ActorSchema>>;

export const hasRole = (actor: Actor, ...wanted: readonly Role[]): boolean =>
  wanted.some((role) => actor.roles.includes(role));
