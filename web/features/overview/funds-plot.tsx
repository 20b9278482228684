import type { Fund } from '../../../shared/funds/fund.ts';
import { Bars } from '../../components/plots/bars.tsx';
import { type Fill, Legend } from '../../components/plots/fills.tsx';
import { Plot } from '../../components/plots/plot.tsx';
import { useFormat } from '../../lib/i18n/use-format.ts';
import { useText } from '../../lib/i18n/use-text.ts';
import { useFundName } from '../../lib/use-fund-name.ts';
import { shareOf } from './share.ts';
import { words } from './words.ts';

const pots = ['paid', 'committed', 'reserved', 'available'] as const;
const fills: Readonly<Record<(typeof pots)[number], Fill>> = {
  paid: 'solid',
  committed: 'hatched',
  reserved: 'dotted',
  available: 'empty',
};

export const sumOf = (funds: readonly Fund[], pot: 'allocated' | (typeof pots)[number]): number =>
  funds.reduce((sum, fund) => sum + fund[pot], 0);

type FundsPlotProps = { readonly funds: readonly Fund[]; readonly year: number };

/** Every fund as a whole, and what has become of it. */
export function FundsPlot({ funds, year }: FundsPlotProps) {
  const say = useText();
  const format = useFormat();
  const nameOf = useFundName();
  const named = funds.map((fund) => ({ fund, ...nameOf(fund.fund) }));
  const money = (pot: 'allocated' | (typeof pots)[number]) => format.money(sumOf(funds, pot));
  return (
    <Plot
      title={say(words.funds.title)}
      summary={
        funds.length === 0
          ? say(words.funds.nothing)
          : say(words.funds.summary, {
              year,
              allocated: money('allocated'),
              paid: money('paid'),
              committed: money('committed'),
              available: money('available'),
            })
      }
      columns={[
        say(words.funds.fund),
        say(words.funds.allocated),
        ...pots.map((pot) => say(words.funds[pot])),
      ]}
      rows={named.map(({ fund, programme, funder }) => [
        `${programme} · ${funder}`,
        format.money(fund.allocated),
        ...pots.map((pot) => format.money(fund[pot])),
      ])}
    >
      {funds.length > 0 && (
        <>
          <Legend entries={pots.map((pot) => ({ fill: fills[pot], label: say(words.funds[pot]) }))} />
          <Bars
            bars={named.map(({ fund, programme, funder }) => ({
              key: fund.fund,
              label: (
                <>
                  {programme}
                  <span className="overview-fund small soft numbers">
                    {say(words.funds.of, { funder, amount: format.money(fund.allocated) })}
                  </span>
                </>
              ),
              value: say(words.funds.used, {
                share: format.percentage(shareOf(fund.paid + fund.committed, fund.allocated)),
              }),
              parts: pots.map((pot) => ({
                fill: fills[pot],
                share: fund.allocated === 0 ? 0 : fund[pot] / fund.allocated,
              })),
            }))}
          />
        </>
      )}
    </Plot>
  );
}
