import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useId } from 'react';
import type { OutputOf } from '../../../shared/api/client.ts';
import { dateInShanghai } from '../../../shared/calendar/instant.ts';
import type { Text } from '../../../shared/language/text.ts';
import { Button } from '../../components/button/button.tsx';
import { ProblemNotice } from '../../components/feedback/problem-notice.tsx';
import { FieldFrame } from '../../components/form/field-frame.tsx';
import { announce } from '../../lib/announce.ts';
import { call } from '../../lib/api/call.ts';
import { useText } from '../../lib/i18n/use-text.ts';
import { useAct } from '../../lib/use-act.ts';
import { words } from './words.ts';

type PlanFormProps = {
  readonly town: string;
  readonly occupations: OutputOf<'courseMenu'>['occupations'];
};

const said = (form: FormData, name: string): string => {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
};

/** A course the town means to hold; the browser checks what is missing. */
export function PlanForm({ town, occupations }: PlanFormProps) {
  const say = useText();
  const id = useId();
  const queries = useQueryClient();
  const plan = useAct(
    (commandId, form: FormData) =>
      call('planCourse', {
        body: {
          commandId,
          town,
          occupation: said(form, 'occupation'),
          startsOn: said(form, 'startsOn'),
          places: Number(said(form, 'places')),
          organiser: said(form, 'organiser'),
        },
      }),
    async () => {
      announce(words.announced);
      await queries.invalidateQueries({ queryKey: ['courses', town] });
    },
  );
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    plan.mutate(new FormData(event.currentTarget));
  };
  const input = (name: string, label: Text, type: 'text' | 'number' | 'date', more: object = {}) => (
    <FieldFrame id={`${id}-${name}`} label={say(label)}>
      {() => <input id={`${id}-${name}`} name={name} type={type} className="control" required {...more} />}
    </FieldFrame>
  );
  return (
    <form className="sheet stack" onSubmit={submit}>
      <h2>{say(words.announce)}</h2>
      <FieldFrame id={`${id}-occupation`} label={say(words.occupation)}>
        {() => (
          <select id={`${id}-occupation`} name="occupation" className="control">
            {occupations.map(({ value, label }) => (
              <option key={value} value={value}>
                {say(label)}
              </option>
            ))}
          </select>
        )}
      </FieldFrame>
      {input('startsOn', words.startsOn, 'date', { min: dateInShanghai(new Date().toISOString()) })}
      {input('places', words.places, 'number', { min: 1, max: 500 })}
      {input('organiser', words.organiser, 'text', { minLength: 2, maxLength: 80 })}
      {plan.error !== null && <ProblemNotice error={plan.error} />}
      <div>
        <Button kind="primary" type="submit" busy={plan.isPending}>
          {say(words.announce)}
        </Button>
      </div>
    </form>
  );
}
