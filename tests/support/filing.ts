import { randomUUID } from 'node:crypto';
import { fillIn as fillInWith } from '../../infra/local/demo/filing.ts';
import type { Call } from '../../shared/api/client.ts';
import type { ActResultDto } from '../../shared/api/dto/case.ts';
import type { CourseRef } from '../../shared/courses/course.ts';
import type { Answers } from '../../shared/forms/answers.ts';
import { pdf } from './paperwork.ts';

/** Everything but handing it in: draft, answers, and a document for every slot the form asks for. */
export const fillIn = (
  call: Call,
  programmeId: string,
  answers: Answers,
  course?: CourseRef,
): Promise<string> =>
  fillInWith(call, programmeId, answers, (slot) => ({ name: `${slot}.pdf`, file: pdf(slot) }), course);

/** Hands a filled-in draft in. */
export async function submit(
  call: Call,
  caseId: string,
  commandId: string = randomUUID(),
): Promise<ActResultDto> {
  const { programme } = await call('getApplication', { params: { caseId } });
  const published = await call('getProgramme', {
    params: { programmeId: programme.id },
    query: { version: programme.version },
  });
  const declaration = { version: published.programme.declaration.version, agreed: true } as const;
  return call('actOnApplication', {
    params: { caseId },
    body: { commandId, version: 0, command: { type: 'submit', declaration } },
  });
}
