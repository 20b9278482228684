import { Suspense, useEffect } from 'react';
import type { FieldError } from '../../../shared/api/errors.ts';
import type { AnswerValue, RowAnswer } from '../../../shared/forms/answers.ts';
import type { Field } from '../../../shared/forms/field.ts';
import { pointerTo } from '../../../shared/forms/pointer.ts';
import { isObject } from '../../../shared/forms/value-shape.ts';
import { useText } from '../../lib/i18n/use-text.ts';
import { DocumentField } from '../documents/document-field.tsx';
import { Skeleton } from '../feedback/skeleton.tsx';
import { later } from '../later.tsx';
import type { ControlProps } from './control.ts';
import { ChoicesControl } from './controls/choices-control.tsx';
import { FieldFrame } from './field-frame.tsx';
import { controlId } from './field-id.ts';
import { isGroup, ScalarControl } from './scalar-control.tsx';

const tableField = later(async () => (await import('../rows/table-field.tsx')).TableField);
const premisesControl = later(async () => (await import('./controls/premises-control.tsx')).PremisesControl);

type FieldEditorProps = {
  readonly field: Field;
  readonly required: boolean;
  readonly value: AnswerValue | undefined;
  /** Errors of this field and what lies under it. */
  readonly errors: readonly FieldError[];
  readonly reason?: string | undefined;
  readonly onChange: (value: AnswerValue | undefined) => void;
  readonly onLeave: (done?: boolean) => void;
  readonly mayChange?: (pointer: string) => boolean;
};

const isGrouped = (field: Field): boolean => {
  if (field.type === 'choices' || field.type === 'table' || field.type === 'document') return true;
  return field.type !== 'premises' && isGroup(field);
};

/** A field of any type with everything around it. */
export function FieldEditor(props: FieldEditorProps) {
  const { field, required, errors, reason } = props;
  const say = useText();
  // A section with a table may be reached when the network is gone.
  useEffect(tableField.fetchAhead, []);
  const at = pointerTo(field.id);
  const id = controlId(at);
  return (
    <FieldFrame
      id={id}
      label={say(field.label)}
      hint={field.hint && say(field.hint)}
      optional={!required}
      error={errors.find(({ path }) => path === at)?.message}
      reason={reason}
      group={isGrouped(field)}
    >
      {(describing) => <Control {...props} {...describing} id={isGrouped(field) ? `${id}-control` : id} />}
    </FieldFrame>
  );
}

const isRows = (value: unknown): value is readonly RowAnswer[] =>
  Array.isArray(value) && value.every(isObject);

function Control(props: FieldEditorProps & Omit<ControlProps<Field>, 'field' | 'onLeave'>) {
  const { field, errors, mayChange, onLeave, ...rest } = props;
  const control = { ...rest, onLeave: () => onLeave() };
  switch (field.type) {
    case 'choices':
      return <ChoicesControl {...control} field={field} />;
    case 'document':
      return <DocumentField {...control} field={field} />;
    case 'premises':
      return (
        <Suspense fallback={<Skeleton lines={1} />}>
          <premisesControl.Component {...control} field={field} />
        </Suspense>
      );
    case 'table':
      return (
        <Suspense fallback={<Skeleton lines={3} />}>
          <tableField.Component
            field={field}
            rows={isRows(control.value) ? control.value : []}
            errors={errors}
            onChange={control.onChange}
            onLeave={onLeave}
            mayChange={mayChange}
          />
        </Suspense>
      );
    default:
      return <ScalarControl {...control} field={field} />;
  }
}
