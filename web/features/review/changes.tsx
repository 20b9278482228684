import type { CaseDto } from '../../../shared/api/dto/case.ts';
import { fieldsOf } from '../../../shared/forms/field.ts';
import { stepsOf } from '../../../shared/forms/pointer.ts';
import { isObject } from '../../../shared/forms/value-shape.ts';
import { pointerLabel } from '../../../shared/letters/pointer-label.ts';
import type { Programme } from '../../../shared/programmes/programme.ts';
import { useAnswerText } from '../../components/answers/use-answer-text.ts';
import { TableHead } from '../../components/table-head.tsx';
import { useText } from '../../lib/i18n/use-text.ts';
import { words } from './words.ts';

type ChangesProps = { readonly data: CaseDto; readonly programme: Programme };

/** What the applicant changed since the revision before. */
export function Changes({ data, programme }: ChangesProps) {
  const say = useText();
  const textAt = useTextAt(programme);
  if (data.changes.length === 0) return null;
  return (
    <section className="sheet stack" aria-labelledby="changes-title">
      <h2 id="changes-title">{say(words.changes)}</h2>
      <div className="table-sheet">
        <table className="lined cards-on-phone">
          <TableHead columns={[words.answers, words.before, words.after]} />
          <tbody>
            {data.changes.map(({ path, before, after }) => (
              <tr key={path}>
                <th scope="row">{say(pointerLabel(programme, path))}</th>
                <td data-label={say(words.before)}>
                  <del className="case-before">{textAt(path, before)}</del>
                </td>
                <td data-label={say(words.after)}>
                  <ins className="case-after">{textAt(path, after)}</ins>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

/** A value at a pointer in words; a whole row as its cells. */
function useTextAt({ form }: Programme): (pointer: string, value: unknown) => string {
  const say = useText();
  const answerText = useAnswerText();
  return (pointer, value) => {
    if (value === undefined || value === null) return say(words.nothingThere);
    const [id, , columnId] = stepsOf(pointer);
    const field = fieldsOf(form).find((one) => one.id === id);
    if (!field) return String(value);
    if (field.type !== 'table') return answerText(field, value);
    const column = field.columns.find((one) => one.id === columnId);
    if (column) return answerText(column, value);
    if (!isObject(value) || Array.isArray(value)) return answerText(field, value);
    return field.columns.map((one) => answerText(one, value[one.id])).join(' · ');
  };
}
