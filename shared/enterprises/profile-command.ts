import * as z from 'zod';
import { TownCodeSchema } from '../identity/town.ts';
import { command, unionOf } from '../workflow/schema-parts.ts';
import { BranchIdSchema, CreditCodeSchema } from './profile.ts';

const AccountSchema = z.string().min(1).max(128);
const ReasonSchema = z.string().trim().min(2).max(500);

/** By entering the enterprise: whoever asks has no part in it yet. */
type AskToAct = { readonly type: 'ask-to-act' };

const memberCommands = {
  restate: command('restate', { name: z.string().trim().min(2).max(80), town: TownCodeSchema }),
  'add-branch': command('add-branch', {
    name: z.string().trim().min(2).max(80),
    town: TownCodeSchema,
    address: z.string().trim().min(2).max(120),
    /** Where the branch has one of its own. */
    creditCode: CreditCodeSchema.optional(),
  }),
  'remove-branch': command('remove-branch', { branch: BranchIdSchema }),
} as const;

/** By those who act for the enterprise, and by the town of its head office. */
const commonCommands = {
  'confirm-member': command('confirm-member', { account: AccountSchema, reason: ReasonSchema.optional() }),
  'remove-member': command('remove-member', { account: AccountSchema, reason: ReasonSchema.optional() }),
} as const;

/** By the town of the branch. */
const officialCommands = {
  'confirm-branch': command('confirm-branch', { branch: BranchIdSchema, findings: ReasonSchema }),
  'refuse-branch': command('refuse-branch', { branch: BranchIdSchema, findings: ReasonSchema }),
} as const;

export const OwnProfileCommandSchema = unionOf({ ...memberCommands, ...commonCommands });
export const OfficialProfileCommandSchema = unionOf({ ...commonCommands, ...officialCommands });

export type ProfileCommand =
  | AskToAct
  | z.infer<typeof OwnProfileCommandSchema>
  | z.infer<typeof OfficialProfileCommandSchema>;
