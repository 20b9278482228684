import type { Answers } from '../../shared/forms/answers.ts';

/** Text of a complete form's answer; nothing when it was not asked. */
export const said = (answers: Answers, id: string): string => {
  const value = answers[id];
  return typeof value === 'string' ? value : '';
};

/** Whole number of an answer: a count, fen, 0.01 m². */
export const counted = (answers: Answers, id: string): number => {
  const value = answers[id];
  return typeof value === 'number' ? value : 0;
};
