import type { CaseDto } from '../../../shared/api/dto/case.ts';
import { ReckoningTerms } from '../../components/case/reckoning-terms.tsx';
import { Icon } from '../../components/icon.tsx';
import { useFormat } from '../../lib/i18n/use-format.ts';
import { useText } from '../../lib/i18n/use-text.ts';
import { words } from './words.ts';

const marks = {
  met: { icon: 'check', word: words.met },
  'not-met': { icon: 'cross', word: words.notMet },
  error: { icon: 'alert', word: words.error },
} as const;

type Rule = CaseDto['explanation']['rules'][number];

/**
 * What the rules say, first of all on the page: the outcome, what is not met, every term of the reckoning. Rules
 * that are met are counted and fold open.
 */
export function Rules({ data: { explanation, amount } }: { readonly data: CaseDto }) {
  const say = useText();
  const format = useFormat();
  const failing = explanation.rules.filter(({ result }) => result !== 'met');
  const met = explanation.rules.filter(({ result }) => result === 'met');
  return (
    <section className="sheet stack" aria-labelledby="rules-title">
      <h2 id="rules-title">{say(words.rules)}</h2>
      <p>
        <strong>{say(explanation.outcome === 'eligible' ? words.eligible : words.notEligible)}</strong>{' '}
        <span className="small soft">{say(words.advise)}</span>
      </p>
      <dl className="case-amounts numbers">
        <div>
          <dt>{say(words.reckoned)}</dt>
          <dd>{format.moneyWithWan(explanation.amount)}</dd>
        </div>
        {amount?.proposed !== undefined && (
          <div>
            <dt>{say(words.proposed)}</dt>
            <dd>{format.moneyWithWan(amount.proposed)}</dd>
          </div>
        )}
      </dl>
      {failing.length > 0 && <RuleList rules={failing} />}
      <div>
        <ReckoningTerms terms={explanation.terms} withFormula />
      </div>
      {met.length > 0 && (
        <details>
          <summary>{say(words.rulesMet, { n: met.length })}</summary>
          <RuleList rules={met} />
        </details>
      )}
    </section>
  );
}

function RuleList({ rules }: { readonly rules: readonly Rule[] }) {
  const say = useText();
  return (
    <ul className="case-rules">
      {rules.map((rule) => (
        <li key={rule.id} className={`case-rule case-rule-${rule.result}`}>
          <Icon name={marks[rule.result].icon} />
          <div>
            <p>
              <strong>{say(rule.label)}</strong>{' '}
              <span className="small">
                {say(marks[rule.result].word)} · {say(rule.weight === 'must' ? words.must : words.attention)}
              </span>
            </p>
            {rule.failure && <p>{say(rule.failure)}</p>}
            {rule.goesBy.length > 0 && (
              <p className="small soft numbers">
                {rule.goesBy
                  .map(({ label, value }) => `${say(label)} ${say(value)}`)
                  .join(say(words.semicolon))}
              </p>
            )}
            <details className="small">
              <summary>{say(words.basis)}</summary>
              <p>{say(rule.basis)}</p>
              <code>{rule.expression}</code>
            </details>
          </div>
        </li>
      ))}
    </ul>
  );
}
