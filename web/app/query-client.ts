import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { ApiProblem, NoAnswer } from '../../shared/api/client.ts';
import { isSignInProblem } from '../lib/api/problem-text.ts';
import { noteExpiry } from '../lib/auth/expiry.ts';

const watchExpiry = (error: unknown): void => {
  if (isSignInProblem(error)) noteExpiry();
};

/** A refusal is an answer and is not asked for again; a lost or overloaded answer is. */
const worthRetrying = (error: unknown): boolean =>
  error instanceof NoAnswer || (error instanceof ApiProblem && error.problem.status === 503);

export const createQueryClient = (): QueryClient =>
  new QueryClient({
    queryCache: new QueryCache({ onError: watchExpiry }),
    mutationCache: new MutationCache({ onError: watchExpiry }),
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        networkMode: 'always',
        retry: (failures, error) => failures < 3 && worthRetrying(error),
        retryDelay: (attempt) => Math.min(800 * 2 ** attempt, 8000),
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
