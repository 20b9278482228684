import fc from 'fast-check';
import { anAppraisal, CaseDesk, people } from './case-desk.ts';
import { programmeVariants } from './programme-variants.ts';
import { stepArbitrary } from './random-commands.ts';
import { WatchedCase } from './watched-case.ts';

/** A random programme, and a random number of random acts by random people. */
export const lives = fc.record({
  programme: fc.constantFrom(...programmeVariants),
  begins: fc.constantFrom('draft', 'award'),
  steps: fc.array(stepArbitrary, { minLength: 1, maxLength: 60, size: 'max' }),
  /** Someone of the office that decides may act for the enterprise. */
  relative: fc.boolean(),
  /** An officer may have filed it for the applicant. */
  filed: fc.boolean(),
});
type Life = typeof lives extends fc.Arbitrary<infer T> ? T : never;

/** Lives it, watched at every step. */
export function live({ programme, begins, steps, relative, filed }: Life): CaseDesk {
  const desk = new CaseDesk(programme);
  desk.appraisal = anAppraisal({ premises: { unit: 'unit-7', startsOn: '2026-06-01' } });
  if (filed) desk.fileFor(people.townC);
  if (relative) desk.actsForEnterprise(people.relative);
  const watched = new WatchedCase(desk);
  if (begins === 'award') watched.bringToApproval();
  for (const step of steps) watched.step(step);
  return desk;
}
