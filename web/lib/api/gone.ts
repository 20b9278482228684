import { ApiProblem } from '../../../shared/api/client.ts';

/** What was asked to go and is not there has gone: the answer to an earlier attempt was lost. */
export const gone = (asked: Promise<unknown>): Promise<unknown> =>
  asked.catch((error: unknown) => {
    if (error instanceof ApiProblem && error.problem.status === 404) return undefined;
    throw error;
  });
