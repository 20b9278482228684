import '../../components/form/field.css';
import { useQuery } from '@tanstack/react-query';
import type { FormEvent, ReactNode } from 'react';
import type { Text } from '../../../shared/language/text.ts';
import { Button } from '../../components/button/button.tsx';
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
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    filter.apply(new FormData(event.currentTarget));
  };
  const list = (name: string, label: Text, options: readonly (readonly [value: string, label: Text])[]) => (
    <Labelled label={label}>
      <select name={name} className="control" defaultValue={filter.valueOf(name)}>
        <option value="">{say(words.any)}</option>
        {options.map(([value, option]) => (
          <option key={value} value={value}>
            {say(option)}
          </option>
        ))}
      </select>
    </Labelled>
  );
  const box = (name: string, label: Text, type: 'text' | 'date' = 'text') => (
    <Labelled label={label}>
      <input
        name={name}
        type={type}
        className="control"
        defaultValue={filter.valueOf(name)}
        autoComplete="off"
      />
    </Labelled>
  );
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
        {list('programme', words.programme, programmes.data?.items.map(({ id, title }) => [id, title]) ?? [])}
        {list('outcome', words.outcome, Object.entries(words.outcomes))}
        {list(
          'town',
          words.town,
          towns.map(({ code, name }) => [code, name]),
        )}
        {list(
          'office',
          words.office,
          offices.map(({ id, name }) => [id, name]),
        )}
        {list('late', words.late, [
          ['yes', words.yes],
          ['no', words.no],
        ])}
        {box('minAmount', words.minAmount)}
        {box('maxAmount', words.maxAmount)}
        {box('officer', words.officer)}
        {box('applicant', words.applicant)}
        <Labelled label={words.order}>
          <select name="order" className="control" defaultValue={filter.valueOf('order')}>
            <option value="">{say(words.newest)}</option>
            <option value="oldest">{say(words.oldest)}</option>
          </select>
        </Labelled>
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

function Labelled({ label, children }: { readonly label: Text; readonly children: ReactNode }) {
  const say = useText();
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is the child
    <label className="decision-field">
      {say(label)}
      {children}
    </label>
  );
}
