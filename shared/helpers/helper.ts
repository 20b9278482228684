import * as z from 'zod';
import { CaseSummaryDtoSchema } from '../api/dto/case.ts';
import { DateSchema, InstantSchema } from '../api/dto/common.ts';

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

/** What a helper works with: the enterprise's cases in the town, with what is due, and the visits. */
export const HelpedSchema = z.strictObject({
  helper: HelperSchema,
  cases: z.array(CaseSummaryDtoSchema),
  visits: z.array(FactoryVisitSchema),
});
export type Helped = z.infer<typeof HelpedSchema>;
