/** An RFC 6901 JSON pointer to an answer: `/town`, `/trainees/3/residentId` (rows count from 0). */
export const pointerTo = (...steps: readonly (string | number)[]): string =>
  steps.reduce<string>(
    (pointer, step) => `${pointer}/${typeof step === 'number' ? step : escaped(step)}`,
    '',
  );

/** Hardly any id holds one of the two; a roster has thousands of cells. */
const escaped = (step: string): string =>
  /[~/]/.test(step) ? step.replaceAll('~', '~0').replaceAll('/', '~1') : step;

/** The steps of a pointer; of '' none. */
export const stepsOf = (pointer: string): readonly string[] =>
  pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));

/** True when `pointer` is `ancestor` or lies under it. */
export const isWithin = (pointer: string, ancestor: string): boolean =>
  pointer === ancestor || pointer.startsWith(`${ancestor}/`);
