import * as z from 'zod';
import { TownCodeSchema } from '../identity/town.ts';
import { occupations } from '../programmes/county/common/occupations.ts';

const known: ReadonlySet<string> = new Set(occupations.map(({ value }) => value));

/** One of the training subsidy's occupations: a wish for anything else could not be paid for. */
export const OccupationSchema = z
  .string()
  .max(64)
  .refine((value) => known.has(value), { error: 'not an occupation of the course menu' });

/** How many wished for a course in a town this year. */
export const CourseWishesSchema = z.strictObject({ occupation: z.string(), wishes: z.int().min(1) });
export type CourseWishes = z.infer<typeof CourseWishesSchema>;

/** What a town says of a course it plans; whoever holds it applies for the training subsidy. */
export const coursePlanMembers = {
  town: TownCodeSchema,
  occupation: OccupationSchema,
  startsOn: z.iso.date(),
  places: z.int().min(1).max(500),
  organiser: z.string().trim().min(2).max(80),
};
/** Which course: the town's, by its id. */
export const CourseRefSchema = z.strictObject({ town: TownCodeSchema, plan: z.uuid() });
export type CourseRef = z.infer<typeof CourseRefSchema>;

export const CoursePlanSchema = z.strictObject({ id: z.uuid(), ...coursePlanMembers });
export type CoursePlan = z.infer<typeof CoursePlanSchema>;
