import type { AwardDto } from '../../../shared/api/dto/award.ts';
import { fieldsOf } from '../../../shared/forms/field.ts';
import type { Programme } from '../../../shared/programmes/programme.ts';
import { AnswerList } from '../../components/answers/answer-list.tsx';
import { useFormat } from '../../lib/i18n/use-format.ts';
import { useText } from '../../lib/i18n/use-text.ts';
import { words } from './words.ts';

const keptTones = { yes: 'good', no: 'bad', unclear: 'attention' } as const;
const verdictTones = { kept: 'good', 'sent-back': 'attention', breached: 'bad' } as const;

type ReportsPartProps = { readonly award: AwardDto; readonly programme: Programme };

/** Reports as they were handed in, what the rule said of them and what the town did. */
export function ReportsPart({ award, programme }: ReportsPartProps) {
  const say = useText();
  const format = useFormat();
  if (award.reports.length === 0) return null;
  return (
    <section className="sheet stack" aria-labelledby="award-reports">
      <h2 id="award-reports">{say(words.reports)}</h2>
      {award.reports.map(({ number, obligation, title, round, at, kept, verdict, findings, answers }) => {
        const form = programme.obligations.find(({ id }) => id === obligation)?.form;
        return (
          <details key={number} open={verdict === undefined}>
            <summary>
              {say(words.reportRound, { title: say(title), n: round })}{' '}
              <span className="small soft numbers">{format.instant(at)}</span>{' '}
              <span className={`badge badge-${keptTones[kept]}`}>{say(words.kept[kept])}</span>{' '}
              {verdict && (
                <span className={`badge badge-${verdictTones[verdict]}`}>{say(words.verdicts[verdict])}</span>
              )}
            </summary>
            {findings !== undefined && <p lang="zh-CN">{findings}</p>}
            {form && (
              <AnswerList
                caseId={award.caseId}
                fields={fieldsOf(form).filter(({ id }) => answers[id] !== undefined)}
                answers={answers}
                documents={award.documents}
              />
            )}
          </details>
        );
      })}
    </section>
  );
}
