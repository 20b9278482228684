import type { OutputOf } from '../../../shared/api/client.ts';
import { useAnswerText } from '../../components/answers/use-answer-text.ts';
import { statusWords } from '../../components/case/status-words.ts';
import { TableHead } from '../../components/table-head.tsx';
import { TableSheet } from '../../components/table-sheet.tsx';
import { useFormat } from '../../lib/i18n/use-format.ts';
import { useText } from '../../lib/i18n/use-text.ts';
import { useCounty } from '../../lib/use-county.ts';
import { words } from './words.ts';

type Pair = OutputOf<'compareDuplicate'>;
type Line = {
  readonly id: string;
  readonly label: string;
  readonly mine: string;
  readonly theirs: string;
  readonly same: boolean;
};

/** What stands above the answers: who, what, where and when. */
function useHeadLines({ mine, theirs }: Pair): readonly Line[] {
  const say = useText();
  const format = useFormat();
  const { townName } = useCounty();
  const line = (id: string, label: string, told: (one: Pair['mine']) => string) => {
    const [here, there] = [told(mine), told(theirs)];
    return { id, label, mine: here, theirs: there, same: here === there };
  };
  return [
    line('enterprise', say(words.enterprise), ({ enterpriseName }) => enterpriseName),
    line('number', say(words.number), ({ caseId }) => caseId),
    line('programme', say(words.programme), ({ programme }) => say(programme.title)),
    line('town', say(words.town), ({ town }) => say(townName(town))),
    line('status', say(words.status), ({ status }) => say(statusWords[status])),
    line('submitted', say(words.submitted), ({ submittedAt }) => format.instant(submittedAt)),
  ];
}

/** Both cases line by line; what is the same says so in words. */
export function CompareTable({ pair, onlySame }: { readonly pair: Pair; readonly onlySame: boolean }) {
  const say = useText();
  const answerText = useAnswerText();
  const head = useHeadLines(pair);
  const lines: readonly Line[] = [
    ...head,
    ...pair.fields.map(({ field, mine, theirs, same }) => ({
      id: `answer-${field.id}`,
      label: say(field.label),
      mine: answerText(field, mine),
      theirs: answerText(field, theirs),
      same,
    })),
  ];
  return (
    <TableSheet label={say(words.facts)}>
      <table className="lined cards-on-phone">
        <TableHead columns={[words.question, words.mine, words.theirs, words.compared]} />
        <tbody>
          {lines
            .filter(({ same }) => same || !onlySame)
            .map(({ id, label, mine, theirs, same }) => (
              <tr key={id} className={same ? 'compare-same' : undefined}>
                <th scope="row">{label}</th>
                <td data-label={say(words.mine)} className="numbers">
                  {mine}
                </td>
                <td data-label={say(words.theirs)} className="numbers">
                  {theirs}
                </td>
                <td data-label={say(words.compared)} className="compare-mark">
                  {say(same ? words.same : words.differs)}
                </td>
              </tr>
            ))}
        </tbody>
      </table>
    </TableSheet>
  );
}
