import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Fund } from '../../../shared/funds/fund.ts';
import { fill } from '../../../shared/language/text.ts';
import { ShortForm } from '../../components/form/short-form.tsx';
import { announce } from '../../lib/announce.ts';
import { counted, said } from '../../lib/answered.ts';
import { call } from '../../lib/api/call.ts';
import { problemCode } from '../../lib/api/problem-text.ts';
import { useFormat } from '../../lib/i18n/use-format.ts';
import { useText } from '../../lib/i18n/use-text.ts';
import { useAct } from '../../lib/use-act.ts';
import { moneyField, reasonField } from './fund-fields.ts';
import { words } from './words.ts';

type Change = { readonly allocated: number; readonly reason: string };

export function AllocationForm({ fund }: { readonly fund: Fund }) {
  const say = useText();
  const format = useFormat();
  const queries = useQueryClient();
  const taken = fund.reserved + fund.committed + fund.paid;
  const fields = useMemo(
    () => [
      moneyField(words.newAllocation, fill(words.newAllocationHint, { taken: format.money(taken) })),
      reasonField,
    ],
    [taken, format],
  );
  const refresh = () => queries.invalidateQueries({ queryKey: ['funds'] });
  const change = useAct(
    (commandId, { allocated, reason }: Change) =>
      call('changeAllocation', {
        params: { fund: fund.fund },
        body: { commandId, version: fund.version, allocated, reason },
      }),
    async () => {
      announce(words.changed);
      await refresh();
    },
  );
  return (
    <section className="sheet stack" aria-labelledby="fund-change">
      <h2 id="fund-change">{say(words.change)}</h2>
      <ShortForm
        fields={fields}
        initial={{ allocated: fund.allocated }}
        keptAs={`fund:${fund.fund}:${fund.version}`}
        submit={say(words.change)}
        busy={change.isPending}
        error={change.error}
        onSubmit={(answers, forget) =>
          change.mutate(
            { allocated: counted(answers, 'allocated'), reason: said(answers, 'reason') },
            {
              onSuccess: forget,
              onError: async (error) => {
                // A newer version makes a new form; what is taken meanwhile shows in this one.
                if (problemCode(error) === 'stale-version') announce(words.changedMeanwhile, 'bad');
                await refresh();
              },
            },
          )
        }
      />
    </section>
  );
}
