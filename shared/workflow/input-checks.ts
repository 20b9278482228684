import { type FieldError, type Outcome, refuse } from '../api/errors.ts';
import { type Text, text } from '../language/text.ts';
import type { LegalBasis, Programme, Stage } from '../programmes/programme.ts';

/** Refuses with `invalid-input`, naming one field of the command by its pointer. */
export const wrongInput = (path: string, code: string, message: Text) =>
  refuse('invalid-input', { errors: [{ path, code, message }] });

/** Refuses with `invalid-input` where a decision cites a legal basis the programme does not have. */
export function checkBasis(cited: readonly string[], { legalBases }: Programme): Outcome<undefined> {
  const known = (id: string): boolean => legalBases.some((basis: LegalBasis) => basis.id === id);
  const errors = cited.flatMap((id, index): FieldError[] =>
    known(id)
      ? []
      : [
          {
            path: `/basis/${index}`,
            code: 'unknown-basis',
            message: text('该依据不在本项目的政策依据之中。', 'The programme has no such legal basis.'),
          },
        ],
  );
  return errors.length > 0 ? refuse('invalid-input', { errors }) : { ok: true, value: undefined };
}

/** Every item ticked: needed to let a case pass. Refuses with `checklist-incomplete`, naming what is open. */
export function checkComplete(ticked: readonly string[], stage: Stage): Outcome<undefined> {
  const open = stage.checklist.filter(({ id }) => !ticked.includes(id));
  if (open.length === 0) return checkKnown(ticked, stage);
  return refuse('checklist-incomplete', {
    errors: open.map(({ id, label }) => ({ path: `/checklist/${id}`, code: 'not-checked', message: label })),
  });
}

/** Only items of the stage: what was checked before saying no may well be incomplete. */
export function checkKnown(ticked: readonly string[], stage: Stage): Outcome<undefined> {
  const unknown = ticked.find((id) => stage.checklist.every((item) => item.id !== id));
  if (unknown === undefined) return { ok: true, value: undefined };
  return wrongInput(
    `/checklist/${ticked.indexOf(unknown)}`,
    'unknown-item',
    text('此环节没有这个核对项目。', 'This stage has no such item to check.'),
  );
}
