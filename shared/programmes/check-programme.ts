import { zhCN } from 'zod/locales';
import { accept, type FieldError, type Outcome, refuse } from '../api/errors.ts';
import { pointerTo } from '../forms/pointer.ts';
import { digestOf } from '../ledger/digest.ts';
import { documentFaults } from './checks/documents.ts';
import { expressionFaults } from './checks/expressions.ts';
import type { FaultCode } from './checks/fault.ts';
import { figureFaults } from './checks/figures.ts';
import { answerFaults } from './checks/form-answers.ts';
import { nameFaults } from './checks/names.ts';
import { referenceFaults } from './checks/references.ts';
import { stageFaults } from './checks/stages.ts';
import { valueFaults } from './checks/values.ts';
import { type Programme, ProgrammeSchema } from './programme.ts';

export type CheckedProgramme = { readonly programme: Programme; readonly hash: string };

/** What names a published version for good: 64 hexadecimal digits of SHA-256 over the canonical document. */
export const programmeHash = (programme: Programme): string => digestOf('programme', programme);

const checks = [
  nameFaults,
  referenceFaults,
  answerFaults,
  documentFaults,
  expressionFaults,
  figureFaults,
  stageFaults,
  valueFaults,
] as const satisfies readonly ((programme: Programme) => readonly FieldError[])[];

/**
 * The publishing checks: first the document's shape (which includes both languages of every text), then that
 * it holds together. Refuses with `programme-invalid` and every fault found, each with a pointer into the
 * document. Whether the version number is the next one is for the shelf of published versions to say.
 */
export function checkProgramme(document: unknown): Outcome<CheckedProgramme> {
  const parsed = ProgrammeSchema.safeParse(document);
  if (!parsed.success) return refuse('programme-invalid', { errors: shapeFaults(document) });
  const programme = parsed.data;
  const errors = checks.flatMap((check) => check(programme));
  return errors.length > 0
    ? refuse('programme-invalid', { errors })
    : accept({ programme, hash: programmeHash(programme) });
}

/** The same issues twice over, once in each language. */
function shapeFaults(document: unknown): readonly FieldError[] {
  const code: FaultCode = 'shape';
  const inEnglish = ProgrammeSchema.safeParse(document).error?.issues ?? [];
  const inChinese = ProgrammeSchema.safeParse(document, { error: zhCN().localeError }).error?.issues ?? [];
  return inEnglish.map(({ path, message }, index) => ({
    path: pointerTo(...path.map((step) => (typeof step === 'number' ? step : String(step)))),
    code,
    message: { zh: inChinese[index]?.message ?? message, en: message },
  }));
}
