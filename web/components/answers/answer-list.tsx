import './answers.css';
import type { ReactNode } from 'react';
import type { DocumentDto } from '../../../shared/api/dto/common.ts';
import type { Field } from '../../../shared/forms/field.ts';
import { pointerTo } from '../../../shared/forms/pointer.ts';
import { isObject } from '../../../shared/forms/value-shape.ts';
import { useText } from '../../lib/i18n/use-text.ts';
import { DocumentRow } from '../documents/document-row.tsx';
import { AnswerTable } from './answer-table.tsx';
import { PremisesAnswer } from './premises-answer.tsx';
import { useAnswerText } from './use-answer-text.ts';
import { words } from './words.ts';

/** Puts something beside an answer: a way to change it, to mark it, to see it in full. */
export type Beside = (pointer: string, field: Field) => ReactNode;

type AnswerListProps = {
  readonly caseId: string;
  readonly fields: readonly Field[];
  readonly answers: Readonly<Record<string, unknown>>;
  readonly documents: readonly DocumentDto[];
  readonly beside?: Beside;
  /** Beside a cell of a table. */
  readonly besideCell?: Beside;
};

/** Answers as read: label and value in pairs, tables as tables, documents to open. */
export function AnswerList({ caseId, fields, answers, documents, beside, besideCell }: AnswerListProps) {
  const say = useText();
  return (
    <dl className="answers">
      {fields.map((field) => (
        <div key={field.id} className={field.type === 'table' ? 'answer answer-wide' : 'answer'}>
          <dt>{say(field.label)}</dt>
          <dd>
            <AnswerValue
              caseId={caseId}
              field={field}
              value={answers[field.id]}
              documents={documents}
              besideCell={besideCell}
            />
            {beside?.(pointerTo(field.id), field)}
          </dd>
        </div>
      ))}
    </dl>
  );
}

type AnswerValueProps = {
  readonly caseId: string;
  readonly field: Field;
  readonly value: unknown;
  readonly documents: readonly DocumentDto[];
  readonly besideCell: Beside | undefined;
};

const isRows = (value: unknown): value is readonly Readonly<Record<string, unknown>>[] =>
  Array.isArray(value) && value.every(isObject);

function AnswerValue({ caseId, field, value, documents, besideCell }: AnswerValueProps) {
  const answerText = useAnswerText();
  const say = useText();
  if (field.type === 'table' && isRows(value) && value.length > 0) {
    return <AnswerTable field={field} rows={value} besideCell={besideCell} />;
  }
  if (field.type === 'document' && Array.isArray(value)) {
    const held = documents.filter(({ id }) => value.includes(id));
    if (held.length > 0) {
      return (
        <ul className="documents-list">
          {held.map((document) => (
            <DocumentRow key={document.id} caseId={caseId} document={document} />
          ))}
        </ul>
      );
    }
  }
  if (field.type === 'premises' && typeof value === 'string') return <PremisesAnswer unit={value} />;
  if (value === undefined) return <span className="soft">{say(words.notAnswered)}</span>;
  return <span className="answer-text numbers">{answerText(field, value)}</span>;
}
