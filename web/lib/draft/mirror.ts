import type { Answers } from '../../../shared/forms/answers.ts';
import { isObject } from '../../../shared/forms/value-shape.ts';

/**
 * What this device knows of a draft that the server does not know yet. It is on the device only as long as
 * that is so: personal data stays on a shared phone no longer than needed.
 */
export type Mirror = {
  /** The version it was made from, and what that version said. */
  readonly draftVersion: number;
  readonly base: Answers;
  readonly answers: Answers;
};

const prefix = 'draft:';
const keyOf = (caseId: string): string => prefix + caseId;

function isAnswers(value: unknown): value is Answers {
  return isObject(value);
}

export function readMirror(caseId: string): Mirror | undefined {
  const stored = localStorage.getItem(keyOf(caseId));
  if (stored === null) return undefined;
  const value: unknown = JSON.parse(stored);
  if (!isObject(value)) return undefined;
  const { draftVersion, base, answers } = value;
  return typeof draftVersion === 'number' && isAnswers(base) && isAnswers(answers)
    ? { draftVersion, base, answers }
    : undefined;
}

export const writeMirror = (caseId: string, mirror: Mirror): void =>
  localStorage.setItem(keyOf(caseId), JSON.stringify(mirror));

export const clearMirror = (caseId: string): void => localStorage.removeItem(keyOf(caseId));

const mirrored = (): readonly string[] =>
  Array.from({ length: localStorage.length }, (_, index) => localStorage.key(index) ?? '').filter((key) =>
    key.startsWith(prefix),
  );

/** Whether anything typed here has not reached the server. */
export const hasUnsentDrafts = (): boolean => mirrored().length > 0;

export const clearAllMirrors = (): void => {
  for (const key of mirrored()) localStorage.removeItem(key);
};
