import { useId } from 'react';
import type { FieldOf } from '../../../../shared/forms/field.ts';
import { type Text, text } from '../../../../shared/language/text.ts';
import type { Programme, Stage } from '../../../../shared/programmes/programme.ts';
import { ChecklistField } from '../../../components/form/checklist-field.tsx';
import { NumberControl } from '../../../components/form/controls/number-control.tsx';
import { FieldFrame } from '../../../components/form/field-frame.tsx';
import { isSaid, WordsField } from '../../../components/form/words-field.tsx';
import { useText } from '../../../lib/i18n/use-text.ts';
import { useKept } from '../../../lib/use-kept.ts';
import type { DeskState } from '../use-desk.ts';
import { words } from '../words.ts';

/** Fields of the desk's forms. What is typed in them is kept until it has been sent. */

type KeptWordsProps = {
  readonly desk: DeskState;
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly optional?: boolean;
  readonly tried: boolean;
};

export function useKeptWords(desk: DeskState, name: string) {
  const [value, setValue] = useKept(desk.keyOf(name), '');
  return { value, setValue, said: isSaid(value) };
}

/** A text with the state `useKeptWords` gives. */
export function KeptWords({
  words: kept,
  label,
  hint,
  optional = false,
  tried,
}: Omit<KeptWordsProps, 'desk' | 'name'> & { readonly words: ReturnType<typeof useKeptWords> }) {
  return (
    <WordsField
      label={label}
      {...(hint !== undefined && { hint })}
      optional={optional}
      value={kept.value}
      onChange={kept.setValue}
      error={tried && !optional && !kept.said ? words.needWords : undefined}
    />
  );
}

export function useKeptList(desk: DeskState, name: string) {
  const [value, setValue] = useKept(desk.keyOf(name), '');
  return {
    value: value === '' ? [] : value.split(' '),
    setValue: (next: readonly string[]) => setValue(next.join(' ')),
  };
}

type StageChecklistProps = {
  readonly stage: Stage | undefined;
  readonly list: ReturnType<typeof useKeptList>;
  readonly tried: boolean;
};

/** Every item of the stage must have been looked at. */
export const isChecked = (stage: Stage | undefined, list: ReturnType<typeof useKeptList>): boolean =>
  stage?.checklist.every(({ id }) => list.value.includes(id)) ?? true;

export function StageChecklist({ stage, list, tried }: StageChecklistProps) {
  const say = useText();
  if (!stage || stage.checklist.length === 0) return null;
  return (
    <ChecklistField
      label={say(words.checklist)}
      items={stage.checklist}
      ticked={list.value}
      onChange={list.setValue}
      error={tried && !isChecked(stage, list) ? words.needChecklist : undefined}
    />
  );
}

type ChoiceFieldProps = {
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: Text }[];
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly tried: boolean;
};

/** One of a few, all lying open. */
export function ChoiceField({ label, options, value, onChange, tried }: ChoiceFieldProps) {
  const say = useText();
  const id = useId();
  return (
    <FieldFrame id={id} label={label} error={tried && value === '' ? words.needChoice : undefined} group>
      {() => (
        <div className="choices choices-inline">
          {options.map((option) => (
            <label key={option.value} className="choice">
              <input
                type="radio"
                name={id}
                checked={value === option.value}
                onChange={() => onChange(option.value)}
              />
              {say(option.label)}
            </label>
          ))}
        </div>
      )}
    </FieldFrame>
  );
}

export const yesNo = [
  { value: 'yes', label: text('是', 'Yes') },
  { value: 'no', label: text('否', 'No') },
] as const;

type BasisFieldProps = {
  readonly programme: Programme;
  readonly list: ReturnType<typeof useKeptList>;
  readonly tried: boolean;
};

/** The clauses a refusal rests on, of those the programme cites. */
export function BasisField({ programme, list, tried }: BasisFieldProps) {
  const say = useText();
  return (
    <ChecklistField
      label={say(words.legalBasis)}
      items={programme.legalBases.map(({ id, title, clause }) => ({
        id,
        label: { zh: `${title.zh} ${clause.zh}`, en: `${title.en}, ${clause.en}` },
      }))}
      ticked={list.value}
      onChange={list.setValue}
      error={tried && list.value.length === 0 ? words.needChoice : undefined}
    />
  );
}

const amountField: FieldOf<'money'> = { type: 'money', id: 'amount', label: words.amount, required: true };

type AmountFieldProps = {
  /** Fen. */
  readonly value: number | undefined;
  readonly onChange: (value: number | undefined) => void;
  readonly hint: string;
  readonly tried: boolean;
};

export function AmountField({ value, onChange, hint, tried }: AmountFieldProps) {
  const say = useText();
  const id = useId();
  return (
    <FieldFrame
      id={id}
      label={say(words.amount)}
      hint={hint}
      error={tried && value === undefined ? words.needAmount : undefined}
    >
      {(describing) => (
        <NumberControl
          {...describing}
          id={id}
          field={amountField}
          value={value}
          onChange={(next) => onChange(typeof next === 'number' ? next : undefined)}
          onLeave={() => undefined}
        />
      )}
    </FieldFrame>
  );
}

/** An amount in fen that is kept; what the rules reckoned until the officer says otherwise. */
export function useKeptAmount(desk: DeskState, initial: number) {
  const [value, setValue] = useKept(desk.keyOf('amount'), String(initial));
  return {
    value: value === '' ? undefined : Number(value),
    setValue: (next: number | undefined) => setValue(next === undefined ? '' : String(next)),
  };
}
