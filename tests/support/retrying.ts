import { ApiProblem, NoAnswer } from '../../shared/api/client.ts';

/** Whether a browser would send the same request again: the store was busy, or nobody answered. */
export const mayAskAgain = (error: unknown): boolean =>
  error instanceof NoAnswer || (error instanceof ApiProblem && error.problem.code === 'storage-unavailable');
