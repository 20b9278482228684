import { Link } from 'wouter';
import { type Fund, potNames } from '../../../shared/funds/fund.ts';
import { TableSheet } from '../../components/table-sheet.tsx';
import { useFormat } from '../../lib/i18n/use-format.ts';
import { useText } from '../../lib/i18n/use-text.ts';
import { useFundName } from '../../lib/use-fund-name.ts';
import { words } from './words.ts';

type FundTableProps = { readonly funds: readonly Fund[]; readonly year: number };

export function FundTable({ funds, year }: FundTableProps) {
  const say = useText();
  const format = useFormat();
  const nameOf = useFundName();
  const label = say(words.caption, { year });
  return (
    <TableSheet label={label}>
      <table className="cards-on-phone">
        <thead>
          <tr>
            <th scope="col">{say(words.programme)}</th>
            <th scope="col">{say(words.funder)}</th>
            {potNames.map((pot) => (
              <th key={pot} scope="col" className="number">
                {say(words.pots[pot])}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {funds.map((fund) => {
            const { programme, funder } = nameOf(fund.fund);
            return (
              <tr key={fund.fund}>
                <th scope="row">
                  <Link href={`/funds/${fund.fund}`}>
                    {programme}
                    <span className="only-heard"> {funder}</span>
                  </Link>
                </th>
                <td data-label={say(words.funder)}>{funder}</td>
                {potNames.map((pot) => (
                  <td key={pot} className="number" data-label={say(words.pots[pot])}>
                    {format.money(fund[pot])}
                  </td>
                ))}
              </tr>
            );
          })}
          {funds.length > 1 && (
            <tr>
              <th scope="row">{say(words.total)}</th>
              <td />
              {potNames.map((pot) => (
                <td key={pot} className="number" data-label={say(words.pots[pot])}>
                  <strong>{format.money(funds.reduce((sum, fund) => sum + fund[pot], 0))}</strong>
                </td>
              ))}
            </tr>
          )}
        </tbody>
      </table>
    </TableSheet>
  );
}
