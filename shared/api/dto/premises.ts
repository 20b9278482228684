import * as z from 'zod';
import { UnitSchema, unitStates } from '../../premises/unit.ts';

const { allotments: _, ...facts } = UnitSchema.shape;

/** A unit as anyone may see it: how it stands today, and when how much of it is taken; never by whom. */
export const UnitDtoSchema = z.strictObject({
  ...facts,
  state: z.enum(unitStates),
  /** 0.01 m² free today. */
  freeArea: z.int(),
  /** Taken from today on; days inclusive, in the order in which they begin. */
  taken: z.array(z.strictObject({ area: z.int(), from: z.iso.date(), to: z.iso.date() })),
});
export type UnitDto = z.infer<typeof UnitDtoSchema>;
