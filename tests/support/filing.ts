import { randomUUID } from 'node:crypto';
import type { Answers } from '../../shared/forms/answers.ts';
import type { Caller } from './in-process.ts';
import { upload } from './paperwork.ts';

/** Starts a draft, fills it in, uploads what it asks for: everything but handing it in. */
export async function fillIn(call: Caller, programmeId: string, answers: Answers): Promise<string> {
  const started = await call('startApplication', { body: { commandId: randomUUID(), programmeId } });
  const { caseId } = started;
  const { programme } = await call('getProgramme', {
    params: { programmeId },
    query: { version: started.programme.version },
  });
  const save = (draftVersion: number, all: Record<string, unknown>) =>
    call('saveDraft', { params: { caseId }, body: { draftVersion, answers: all } });
  const first = await save(started.draftVersion, answers);
  // The check names what is missing; where that is a document, it is fetched.
  const slots = new Set(
    programme.form.sections.flatMap(({ fields }) =>
      fields.flatMap((field) => (field.type === 'document' ? [[field.id, field.slot] as const] : [])),
    ),
  );
  const bySlot = new Map(slots);
  const documents: Record<string, string[]> = {};
  for (const { path } of first.errors) {
    const slot = bySlot.get(path.slice(1));
    if (slot !== undefined) documents[path.slice(1)] = [await upload(call, caseId, slot)];
  }
  const second = await save(first.draftVersion, { ...answers, ...documents });
  if (second.errors.length > 0) throw new Error(JSON.stringify(second.errors.slice(0, 5)));
  return caseId;
}

/** Hands a filled-in draft in. */
export async function submit(call: Caller, caseId: string, commandId: string = randomUUID()) {
  const { programme } = await call('getApplication', { params: { caseId } });
  const published = await call('getProgramme', {
    params: { programmeId: programme.id },
    query: { version: programme.version },
  });
  return call('actOnApplication', {
    params: { caseId },
    body: {
      commandId,
      version: 0,
      command: {
        type: 'submit',
        declaration: { version: published.programme.declaration.version, agreed: true },
      },
    },
  });
}
