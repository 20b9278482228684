import { ApiProblem } from '../../shared/api/client.ts';
import type { Problem } from '../../shared/api/errors.ts';

/** The problem document a call is refused with; fails when it is not refused. */
export async function problemOf(call: Promise<unknown>): Promise<Problem> {
  try {
    await call;
  } catch (error) {
    if (error instanceof ApiProblem) return error.problem;
    throw error;
  }
  throw new Error('the call was not refused');
}

export const codeOf = async (call: Promise<unknown>): Promise<string> => (await problemOf(call)).code;
