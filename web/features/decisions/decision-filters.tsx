import { useQuery } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { outcomes } from '../../../shared/decisions/outcome.ts';
import type { Text } from '../../../shared/language/text.ts';
import { Button } from '../../components/button/button.tsx';
import { Labelled } from '../../components/form/labelled.tsx';
import { call } from '../../lib/api/call.ts';
import { useText } from '../../lib/i18n/use-text.ts';
import { useCounty } from '../../lib/use-county.ts';
import type { useDecisionFilter } from './use-decision-filter.ts';
import { words } from './words.ts';

type DecisionFiltersProps = { readonly filter: ReturnType<typeof useDecisionFilter> };

/** A native form: what was typed stays when nothing was found, and Enter searches. */
export function DecisionFilters({ filter }: DecisionFiltersProps) {
  const say = useText();
  const { towns, offices } = useCounty();
  const programmes = useQuery({ queryKey: ['programmes'], queryFn: () => call('listProgrammes') });
  const findings = useQuery({ queryKey: ['findings', {}], queryFn: () => call('findings') });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    filter.apply(new FormData(event.currentTarget));
  };
  const list = (name: string, label: Text, options: readonly (readonly [value: string, label: Text])[]) => (
    <Labelled label={say(label)}>
      {(id) => (
        <select id={id} name={name} className="control" defaultValue={filter.valueOf(name)}>
          {options.map(([value, option]) => (
            <option key={value} value={value}>
              {say(option)}
            </option>
          ))}
        </select>
      )}
    </Labelled>
  );
  const box = (name: string, label: Text, type: 'text' | 'date' = 'text') => (
    <Labelled label={say(label)}>
      {(id) => (
        <input
          id={id}
          name={name}
          type={type}
          className="control"
          defaultValue={filter.valueOf(name)}
          autoComplete="off"
        />
      )}
    </Labelled>
  );
  const any = ['', words.any] as const;
  return (
    // New values from the address make a new form.
    <form
      key={JSON.stringify(filter.query)}
      className="decision-filters sheet"
      onSubmit={submit}
      aria-label={say(words.filters)}
    >
      <div className="decision-fields">
        {box('from', words.from, 'date')}
        {box('to', words.to, 'date')}
        {list('programme', words.programme, [
          any,
          ...(programmes.data?.items.map(({ id, title }) => [id, title] as const) ?? []),
        ])}
        {list('outcome', words.outcome, [any, ...Object.entries(outcomes)])}
        {list('town', words.town, [any, ...towns.map(({ code, name }) => [code, name] as const)])}
        {list('office', words.office, [any, ...offices.map(({ id, name }) => [id, name] as const)])}
        {list('late', words.late, [any, ['yes', words.yes], ['no', words.no]])}
        {list('finding', words.finding, [
          any,
          ...(findings.data?.items.map(({ finding, title }) => [finding, title] as const) ?? []),
        ])}
        {box('minAmount', words.minAmount)}
        {box('maxAmount', words.maxAmount)}
        {box('officer', words.officer)}
        {box('applicant', words.applicant)}
        {list('order', words.order, [
          ['', words.newest],
          ['oldest', words.oldest],
        ])}
      </div>
      <div className="row">
        <Button kind="primary" type="submit">
          {say(words.search)}
        </Button>
        <Button onClick={filter.clear}>{say(words.clear)}</Button>
      </div>
    </form>
  );
}
