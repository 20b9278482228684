import type { LocalFunctions, Surroundings } from './surroundings.ts';

/** The functions of the system as the cloud deploys them, run in this process. */
export const localFunctions = (_surroundings: Surroundings): LocalFunctions => ({
  http: {},
  background: [],
});
