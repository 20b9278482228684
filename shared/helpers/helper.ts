import * as z from 'zod';
import { CaseSummaryDtoSchema } from '../api/dto/case.ts';
import { CaseIdSchema, DateSchema, InstantSchema } from '../api/dto/common.ts';
import { TextSchema } from '../language/text.ts';

/** 驻厂干部、一对一帮扶: the officer who looks after an enterprise in a town. */
export const HelperSchema = z.strictObject({
  town: z.string(),
  /** Key of the enterprise, as in its cases. */
  enterprise: z.string(),
  enterpriseName: z.string(),
  officer: z.strictObject({ id: z.string(), name: z.string() }),
  since: DateSchema,
  version: z.int(),
});
export type Helper = z.infer<typeof HelperSchema>;

/** A line of the visit log 走访记录. */
const FactoryVisitSchema = z.strictObject({
  visitedOn: DateSchema,
  notes: z.string(),
  at: InstantSchema,
});
export type FactoryVisit = z.infer<typeof FactoryVisitSchema>;

const HelpedReminderSchema = z.strictObject({
  caseId: CaseIdSchema,
  kind: z.enum(['correct', 'mend', 'report', 'confirm-lease']),
  title: TextSchema,
  due: DateSchema,
});
export type HelpedReminder = z.infer<typeof HelpedReminderSchema>;

/** What a helper works with: the enterprise's cases in the town, what it has to do next, and the visits. */
export const HelpedSchema = z.strictObject({
  helper: HelperSchema,
  /** For whom the helper would file: the account of the latest case, told to the helper alone. */
  account: z.string().optional(),
  /** The earliest first. */
  reminders: z.array(HelpedReminderSchema),
  cases: z.array(CaseSummaryDtoSchema),
  visits: z.array(FactoryVisitSchema),
});
export type Helped = z.infer<typeof HelpedSchema>;
