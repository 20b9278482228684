import { Link } from 'wouter';
import { StatusBadge } from '../../components/case/badges.tsx';
import { Icon } from '../../components/icon.tsx';
import { useText } from '../../lib/i18n/use-text.ts';
import { likenessWords, verdictWords } from '../../lib/likeness-words.ts';
import { useAlike } from '../../lib/use-alike.ts';
import { useCounty } from '../../lib/use-county.ts';
import { words } from './words.ts';

/** Cases that look like this one, with what they share; nothing where there are none. */
export function Alike({ caseId }: { readonly caseId: string }) {
  const say = useText();
  const { townName } = useCounty();
  const { data } = useAlike(caseId);
  if (data === undefined || data.items.length === 0) return null;
  const undecided = data.items.filter(({ decision }) => decision === undefined).length;
  return (
    <section className="sheet stack" aria-labelledby="alike-title">
      <h2 id="alike-title">{say(words.alike)}</h2>
      {undecided > 0 && <p>{say(words.alikeUndecided, { n: undecided })}</p>}
      <ul className="case-rules">
        {data.items.map(({ caseId: other, enterpriseName, programme, town, status, kinds, decision }) => (
          <li key={other} className={`case-rule case-rule-${decision ? 'met' : 'not-met'}`}>
            <Icon name={decision ? 'check' : 'alert'} />
            <div>
              <p>
                <Link href={`/cases/${caseId}/alike/${other}`} lang="zh-CN">
                  {enterpriseName}
                </Link>{' '}
                <StatusBadge status={status} />
              </p>
              <p className="small">
                {say(programme.title)} · {say(townName(town))} · <span className="numbers">{other}</span>
              </p>
              <p className="small">
                {say(words.alikeBy, {
                  kinds: kinds.map((kind) => say(likenessWords[kind])).join(say(words.comma)),
                })}
              </p>
              <p className="small">{say(decision ? verdictWords[decision.verdict] : words.alikeToDecide)}</p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
