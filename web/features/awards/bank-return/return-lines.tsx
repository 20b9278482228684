import { Link } from 'wouter';
import { useFormat } from '../../../lib/i18n/use-format.ts';
import { useText } from '../../../lib/i18n/use-text.ts';
import type { ReturnRow } from './use-bank-return.ts';
import { words } from './words.ts';

const tones = {
  unchecked: 'quiet',
  'to-record': 'open',
  recorded: 'quiet',
  done: 'good',
  wrong: 'bad',
} as const;

/** What the bank says of each payment, and what the county's books say to it. */
export function ReturnLines({ rows }: { readonly rows: readonly ReturnRow[] }) {
  const say = useText();
  const format = useFormat();
  return (
    <div className="table-sheet">
      <table className="lined cards-on-phone">
        <thead>
          <tr>
            <th scope="col">{say(words.line)}</th>
            <th scope="col">{say(words.payment)}</th>
            <th scope="col" className="number">
              {say(words.amount)}
            </th>
            <th scope="col">{say(words.saidByBank)}</th>
            <th scope="col">{say(words.found)}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ number, line, verdict, caseId, enterpriseName, errors }) => (
            <tr key={number}>
              <td data-label={say(words.line)} className="numbers">
                {number}
              </td>
              <th scope="row">
                {caseId ? (
                  <Link href={`/awards/${caseId}`} lang="zh-CN">
                    {enterpriseName}
                  </Link>
                ) : null}
                <span className="small soft numbers award-line">{line.payment}</span>
              </th>
              <td data-label={say(words.amount)} className="number">
                {line.amount === undefined ? '' : format.money(line.amount)}
              </td>
              <td data-label={say(words.saidByBank)}>
                {line.result && say(words.results[line.result])}
                <span className="small soft numbers award-line" lang="zh-CN">
                  {[line.paidOn && format.date(line.paidOn), line.reference, line.reason]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </td>
              <td data-label={say(words.found)}>
                <span className={`badge badge-${tones[verdict]}`}>{say(words.verdicts[verdict])}</span>
                {errors.map(({ path, code, message }) => (
                  <span key={`${path} ${code}`} className="small award-line award-fault">
                    {say(message)}
                  </span>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
