import { StorageUnavailable } from '../../functions/persistence/storage-unavailable.ts';
import { ApiProblem, NoAnswer } from '../../shared/api/client.ts';

/** Whether a browser, or the clock, would ask the same again: the store was busy, or nobody answered. */
export const mayAskAgain = (error: unknown): boolean =>
  error instanceof NoAnswer ||
  error instanceof StorageUnavailable ||
  (error instanceof ApiProblem && error.problem.code === 'storage-unavailable');
