import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useLocation, useSearchParams } from 'wouter';
import { yearOf } from '../../../shared/calendar/date.ts';
import { dateInShanghai } from '../../../shared/calendar/instant.ts';
import type { Answers } from '../../../shared/forms/answers.ts';
import type { Field } from '../../../shared/forms/field.ts';
import { type Text, text } from '../../../shared/language/text.ts';
import { Loaded } from '../../components/feedback/loaded.tsx';
import { Skeleton } from '../../components/feedback/skeleton.tsx';
import { ShortForm } from '../../components/form/short-form.tsx';
import { Page } from '../../components/page/page.tsx';
import { announce } from '../../lib/announce.ts';
import { counted, said } from '../../lib/answered.ts';
import { call } from '../../lib/api/call.ts';
import { useText } from '../../lib/i18n/use-text.ts';
import { useAct } from '../../lib/use-act.ts';
import { useCounty } from '../../lib/use-county.ts';
import { moneyField, reasonField } from './fund-fields.ts';
import { words } from './words.ts';

type Programme = { readonly id: string; readonly title: Text };
type Option = { readonly value: string; readonly label: Text };

const choice = (id: string, label: Text, options: readonly Option[]): Field => ({
  type: 'choice',
  id,
  label,
  required: true,
  options: [...options],
});

const fieldsFor = (programmes: readonly Programme[], funders: readonly Option[], year: number) => [
  choice(
    'programme',
    words.programme,
    programmes.map(({ id, title }) => ({ value: id, label: title })),
  ),
  choice('funder', words.funder, funders),
  choice(
    'year',
    words.year,
    [year, year + 1].map((one) => ({ value: String(one), label: text(String(one), String(one)) })),
  ),
  moneyField(words.firstAllocation),
  reasonField,
];

/** The county, its bureaus and its towns. */
function useFunders(): readonly Option[] {
  const { offices, towns } = useCounty();
  return useMemo(
    () => [
      { value: 'county', label: words.county },
      ...offices.filter(({ kind }) => kind === 'bureau').map(({ id, name }) => ({ value: id, label: name })),
      ...towns.map(({ code, name }) => ({ value: code, label: name })),
    ],
    [offices, towns],
  );
}

/** The finance bureau enters what a funder gives for a year. */
export function OpenFundPage() {
  const say = useText();
  const [search] = useSearchParams();
  const programmes = useQuery({ queryKey: ['programmes'], queryFn: () => call('listProgrammes') });
  return (
    <Page title={say(words.open)} back={{ to: '/funds', label: say(words.title) }} width="reading">
      <Loaded query={programmes} waiting={<Skeleton lines={6} />}>
        {({ items }) => <OpenFund programmes={items} year={search.get('year') ?? ''} />}
      </Loaded>
    </Page>
  );
}

type OpenFundProps = { readonly programmes: readonly Programme[]; readonly year: string };

function OpenFund({ programmes, year }: OpenFundProps) {
  const say = useText();
  const [, go] = useLocation();
  const queries = useQueryClient();
  const [thisYear] = useState(() => yearOf(dateInShanghai(new Date().toISOString())));
  const funders = useFunders();
  const fields = useMemo(() => fieldsFor(programmes, funders, thisYear), [programmes, funders, thisYear]);
  const open = useAct(
    (commandId, answers: Answers) =>
      call('openFund', {
        body: {
          commandId,
          programme: said(answers, 'programme'),
          funder: said(answers, 'funder'),
          year: Number(said(answers, 'year')),
          allocated: counted(answers, 'allocated'),
          reason: said(answers, 'reason'),
        },
      }),
    async ({ fund }) => {
      announce(words.opened);
      await queries.invalidateQueries({ queryKey: ['funds'] });
      go(`/funds/${fund}`, { replace: true });
    },
  );
  return (
    <div className="sheet">
      <ShortForm
        fields={fields}
        initial={{ year: year === String(thisYear + 1) ? year : String(thisYear) }}
        keptAs="fund:new"
        submit={say(words.open)}
        busy={open.isPending}
        error={open.error}
        onSubmit={(answers, forget) => open.mutate(answers, { onSuccess: forget })}
        onCancel={() => go('/funds')}
      />
    </div>
  );
}
