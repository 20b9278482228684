import { Link } from 'wouter';
import type { DecisionDto } from '../../../shared/api/routes/auditor.ts';
import { outcomes } from '../../../shared/decisions/outcome.ts';
import { figures, TableHead } from '../../components/table-head.tsx';
import { useFormat } from '../../lib/i18n/use-format.ts';
import { useText } from '../../lib/i18n/use-text.ts';
import { useCounty } from '../../lib/use-county.ts';
import { words } from './words.ts';

export function DecisionTable({ items }: { readonly items: readonly DecisionDto[] }) {
  const say = useText();
  const format = useFormat();
  const { officeName, townName } = useCounty();
  return (
    <div className="table-sheet">
      <table className="lined cards-on-phone">
        <TableHead
          columns={[
            words.when,
            words.case,
            words.decision,
            words.by,
            figures(words.amount),
            figures(words.days),
          ]}
        />
        <tbody>
          {items.map((decision) => {
            const { caseId, seq, at, programmeTitle, version, town, office } = decision;
            const late = decision.daysUsed > decision.daysPromised;
            return (
              <tr key={`${caseId}-${seq}`}>
                <td data-label={say(words.when)} className="numbers">
                  {format.instant(at)}
                </td>
                <th scope="row">
                  <span lang="zh-CN">{decision.enterpriseName}</span>
                  <span className="decision-line small soft">
                    <Link href={`/dossiers/${caseId}`} className="numbers">
                      {caseId}
                    </Link>{' '}
                    · {say(programmeTitle)} {say(words.version, { n: version })} · {say(townName(town))}
                  </span>
                </th>
                <td data-label={say(words.decision)}>
                  {say(outcomes[decision.outcome])}
                  <span className="decision-line small soft">{say(decision.stageTitle)}</span>
                </td>
                <td data-label={say(words.by)}>
                  {say(officeName(office))}
                  <span className="decision-line small soft">{decision.officerName ?? decision.officer}</span>
                </td>
                <td data-label={say(words.amount)} className="number">
                  {decision.amount === 0 && decision.computed === 0 ? '—' : format.money(decision.amount)}
                  {decision.amount !== decision.computed && (
                    <span className="decision-line small soft">
                      {say(words.computed, { amount: format.money(decision.computed) })}
                    </span>
                  )}
                </td>
                <td data-label={say(words.days)} className="number">
                  {decision.daysPromised === 0
                    ? '—'
                    : say(words.daysOf, { used: decision.daysUsed, promised: decision.daysPromised })}
                  {late && <span className="badge badge-bad">{say(words.lateMark)}</span>}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
