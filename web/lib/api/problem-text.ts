import { ApiProblem, NoAnswer } from '../../../shared/api/client.ts';
import { type Text, text } from '../../../shared/language/text.ts';

const noAnswer = text(
  '现在连接不上服务器。您填写的内容没有丢失，网络恢复后请重试。',
  'The server cannot be reached right now. Nothing you typed is lost; try again once the network is back.',
);
const unexpected = text(
  '页面出现问题，请刷新后重试。',
  'Something went wrong on this page. Reload and try again.',
);

/** What to tell a person about anything that went wrong. */
export function problemText(error: unknown): Text {
  if (error instanceof ApiProblem) return error.problem.message;
  return error instanceof NoAnswer ? noAnswer : unexpected;
}

/** The catalogue code of a refusal; undefined when nothing answered. */
export const problemCode = (error: unknown): string | undefined =>
  error instanceof ApiProblem ? error.problem.code : undefined;

export const isSignInProblem = (error: unknown): boolean =>
  error instanceof ApiProblem && error.problem.status === 401;
