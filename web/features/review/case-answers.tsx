import { useState } from 'react';
import type { CaseDto } from '../../../shared/api/dto/case.ts';
import type { Field } from '../../../shared/forms/field.ts';
import { isWithin } from '../../../shared/forms/pointer.ts';
import type { Programme } from '../../../shared/programmes/programme.ts';
import { AnswerList } from '../../components/answers/answer-list.tsx';
import { isMasked } from '../../components/answers/is-masked.ts';
import { Icon } from '../../components/icon.tsx';
import { useText } from '../../lib/i18n/use-text.ts';
import { RevealDialog } from './reveal-dialog.tsx';
import type { DeskState } from './use-desk.ts';
import { words } from './words.ts';

type CaseAnswersProps = { readonly data: CaseDto; readonly programme: Programme; readonly desk: DeskState };

/** The answers, with a way to see what is masked and to mark what must be mended. */
export function CaseAnswers({ data, programme, desk }: CaseAnswersProps) {
  const say = useText();
  const [asking, setAsking] = useState<{ readonly pointer: string; readonly field: Field }>();
  const [revealed, setRevealed] = useState<Readonly<Record<string, string>>>({});
  const marking = desk.open === 'return-for-correction';
  const isChanged = (pointer: string) => data.changes.some(({ path }) => isWithin(path, pointer));

  const besideCell = (pointer: string, field: Field) => (
    <>
      {revealed[pointer] !== undefined && <span className="revealed numbers">{revealed[pointer]}</span>}
      {revealed[pointer] === undefined && isMasked(data.answers, pointer) && (
        <button type="button" className="reveal" onClick={() => setAsking({ pointer, field })}>
          {say(words.reveal)}
        </button>
      )}
      {marking && <Mark pointer={pointer} label={say(field.label)} desk={desk} />}
    </>
  );
  const beside = (pointer: string, field: Field) => (
    <>
      {isChanged(pointer) && <span className="badge badge-attention case-changed">{say(words.changed)}</span>}
      {besideCell(pointer, field)}
    </>
  );
  const sections = programme.form.sections
    .map((section) => ({
      section,
      fields: section.fields.filter(
        ({ id, required, visibleWhen }) =>
          data.answers[id] !== undefined || (required === true && visibleWhen === undefined),
      ),
    }))
    .filter(({ fields }) => fields.some(({ id }) => data.answers[id] !== undefined));
  return (
    <>
      {sections.map(({ section, fields }) => (
        <section key={section.id} className="sheet">
          <h2>{say(section.title)}</h2>
          <AnswerList
            caseId={data.caseId}
            fields={fields}
            answers={data.answers}
            documents={data.documents}
            beside={beside}
            besideCell={besideCell}
          />
        </section>
      ))}
      {asking && (
        <RevealDialog
          caseId={data.caseId}
          pointer={asking.pointer}
          label={say(asking.field.label)}
          onRevealed={(value) => {
            setRevealed({ ...revealed, [asking.pointer]: value });
            setAsking(undefined);
          }}
          onClose={() => setAsking(undefined)}
        />
      )}
    </>
  );
}

type MarkProps = { readonly pointer: string; readonly label: string; readonly desk: DeskState };

/** Puts an answer on the list of what must be mended, or takes it off. */
function Mark({ pointer, label, desk }: MarkProps) {
  const say = useText();
  const marked = desk.items.some(({ path }) => path === pointer);
  const toggle = () =>
    desk.setItems(
      marked
        ? desk.items.filter(({ path }) => path !== pointer)
        : [...desk.items, { path: pointer, reason: '' }],
    );
  return (
    <button type="button" className="case-mark" aria-pressed={marked} onClick={toggle}>
      <Icon name={marked ? 'check' : 'plus'} />
      {say(marked ? words.askedToMend : words.askToMend)}
      <span className="only-heard">{label}</span>
    </button>
  );
}
