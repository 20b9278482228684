import { useState } from 'react';
import type { DossierDto, DossierRevisionDto } from '../../../shared/api/dto/dossier.ts';
import { type Field, fieldsOf } from '../../../shared/forms/field.ts';
import { pointerTo } from '../../../shared/forms/pointer.ts';
import { isObject } from '../../../shared/forms/value-shape.ts';
import type { Programme } from '../../../shared/programmes/programme.ts';
import { AnswerTable } from '../../components/answers/answer-table.tsx';
import { isMasked } from '../../components/answers/is-masked.ts';
import { useAnswerText } from '../../components/answers/use-answer-text.ts';
import { Loaded } from '../../components/feedback/loaded.tsx';
import { TableSheet } from '../../components/table-sheet.tsx';
import { useFormat } from '../../lib/i18n/use-format.ts';
import { useText } from '../../lib/i18n/use-text.ts';
import { useProgramme } from '../../lib/use-programme.ts';
import { Masked, Unmask } from './unmask.tsx';
import { type Unmasking, useUnmasking } from './use-unmasking.ts';
import { words } from './words.ts';

export function DossierForms({ dossier }: { readonly dossier: DossierDto }) {
  const programme = useProgramme(dossier.programme.id, dossier.programme.version);
  return (
    <Loaded query={programme}>{(data) => <Forms dossier={dossier} programme={data.programme} />}</Loaded>
  );
}

type FormsProps = { readonly dossier: DossierDto; readonly programme: Programme };

/** Revisions side by side, a column each; with several, what changed comes first. */
function Forms({ dossier: { caseId, revisions }, programme }: FormsProps) {
  const say = useText();
  const unmasking = useUnmasking(caseId);
  const format = useFormat();
  const several = revisions.length > 1;
  const [all, setAll] = useState(!several);
  const answered = fieldsOf(programme.form).filter(({ id }) =>
    revisions.some(({ answers }) => answers[id] !== undefined),
  );
  const fields = all ? answered : answered.filter((field) => isChanged(field, revisions));
  return (
    <section className="sheet stack" aria-labelledby="forms-title">
      <h2 id="forms-title">{say(words.forms)}</h2>
      <Unmask unmasking={unmasking} />
      {several && (
        <label className="row">
          <input type="checkbox" checked={all} onChange={(event) => setAll(event.target.checked)} />
          {say(words.allFields)}
        </label>
      )}
      <TableSheet label={say(words.formsTable)}>
        <table className="lined audit-forms">
          <thead>
            <tr>
              <th scope="col">{say(words.field)}</th>
              {revisions.map(({ number, at, digest }) => (
                <th key={number} scope="col">
                  {say(words.revision, { n: number, at: format.instant(at) })}
                  <span className="audit-line small soft" title={digest}>
                    {say(words.digest, { digest: digest.slice(0, 12) })}
                  </span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {fields.map((field) => (
              <tr key={field.id} className={isChanged(field, revisions) ? 'audit-changed' : undefined}>
                <th scope="row">
                  {say(field.label)}{' '}
                  {isChanged(field, revisions) && (
                    <span className="badge badge-attention">{say(words.changed)}</span>
                  )}
                </th>
                {revisions.map((revision) => (
                  <td key={revision.number}>
                    <Answer field={field} revision={revision} unmasking={unmasking} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </TableSheet>
      {!all && <p className="small soft">{say(words.onlyChanged)}</p>}
    </section>
  );
}

/** By what is stored, so that a masked value that changed shows as changed. */
const isChanged = ({ id }: Field, revisions: readonly DossierRevisionDto[]): boolean =>
  new Set(revisions.map(({ answers }) => JSON.stringify(answers[id]))).size > 1;

const isRows = (value: unknown): value is readonly Readonly<Record<string, unknown>>[] =>
  Array.isArray(value) && value.length > 0 && value.every(isObject);

type AnswerProps = {
  readonly field: Field;
  readonly revision: DossierRevisionDto;
  readonly unmasking: Unmasking;
};

function Answer({ field, revision, unmasking }: AnswerProps) {
  const say = useText();
  const format = useFormat();
  const answerText = useAnswerText();
  const value = revision.answers[field.id];
  const beside = (path: string, { label }: Field) =>
    isMasked(revision.answers, path) && (
      <Masked unmasking={unmasking} revision={revision.number} path={path} label={say(label)} />
    );
  if (value === undefined) return <span className="soft">{say(words.none)}</span>;
  if (field.type === 'table' && isRows(value)) {
    return (
      <details>
        <summary>{answerText(field, value)}</summary>
        <AnswerTable field={field} rows={value} besideCell={beside} />
      </details>
    );
  }
  if (field.type === 'document' && Array.isArray(value)) {
    return (
      <ul className="audit-documents">
        {revision.documents
          .filter(({ id }) => value.includes(id))
          .map(({ id, name, size, sha256 }) => (
            <li key={id}>
              {name ?? id} <span className="small soft">{format.size(size)}</span>
              <code className="audit-line small soft">SHA-256 {sha256}</code>
            </li>
          ))}
      </ul>
    );
  }
  return (
    <>
      <span className="numbers">{answerText(field, value)}</span>
      {beside(pointerTo(field.id), field)}
    </>
  );
}
