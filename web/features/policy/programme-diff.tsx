import './policy.css';
import { compareProgrammes } from '../../../shared/programmes/compare-programmes.ts';
import type { Programme } from '../../../shared/programmes/programme.ts';
import { TableHead } from '../../components/table-head.tsx';
import { useText } from '../../lib/i18n/use-text.ts';
import { words } from './words.ts';

type ProgrammeDiffProps = { readonly before: Programme; readonly after: Programme };

/** Two versions of a programme, difference by difference, in words. */
export function ProgrammeDiff({ before, after }: ProgrammeDiffProps) {
  const say = useText();
  const changes = compareProgrammes(before, after);
  if (changes.length === 0) return <p>{say(words.noChanges)}</p>;
  return (
    <div className="stack">
      <p className="numbers">{say(words.changeCount, { n: changes.length })}</p>
      <div className="table-sheet">
        <table className="lined cards-on-phone">
          <TableHead columns={[words.where, words.before, words.after]} />
          <tbody>
            {changes.map((change, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the same place may be told of twice, and the list never moves
              <tr key={index}>
                <th scope="row">{say(change.where)}</th>
                <td data-label={say(words.before)}>
                  {change.before ? <del className="diff-gone">{say(change.before)}</del> : say(words.none)}
                </td>
                <td data-label={say(words.after)}>
                  {change.after ? <ins className="diff-new">{say(change.after)}</ins> : say(words.none)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
