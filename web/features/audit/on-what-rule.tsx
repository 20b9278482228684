import { Link } from 'wouter';
import type { DossierDto } from '../../../shared/api/dto/dossier.ts';
import { useFormat } from '../../lib/i18n/use-format.ts';
import { useText } from '../../lib/i18n/use-text.ts';
import { words } from './words.ts';

export function OnWhatRule({ dossier: { programme, events, amount } }: { readonly dossier: DossierDto }) {
  const say = useText();
  const format = useFormat();
  const explanation = events.findLast((event) => event.explanation !== undefined)?.explanation;
  const rules = explanation?.rules ?? [];
  const met = rules.filter(({ result }) => result === 'met').length;
  const bases = [...new Set(rules.map(({ basis }) => say(basis)))];
  return (
    <section className="sheet stack audit-answer" aria-labelledby="rule-title">
      <h2 id="rule-title">{say(words.ruleTitle)}</h2>
      <p>
        <Link href={`/programmes/${programme.id}`}>{say(programme.title)}</Link>{' '}
        {say(words.version, { n: programme.version })}
      </p>
      {explanation && (
        <p>
          <strong>{say(explanation.outcome === 'eligible' ? words.eligible : words.notEligible)}</strong>{' '}
          {say(words.rulesMet, { met, all: rules.length })}
        </p>
      )}
      <dl className="audit-amounts numbers">
        <div>
          <dt>{say(words.computed)}</dt>
          <dd>{format.moneyWithWan(explanation?.amount ?? amount.computed)}</dd>
        </div>
        {amount.approved !== undefined && (
          <div>
            <dt>{say(words.approved)}</dt>
            <dd>{format.moneyWithWan(amount.approved)}</dd>
          </div>
        )}
      </dl>
      {amount.approved !== undefined && explanation && amount.approved !== explanation.amount && (
        <p className="badge badge-attention">{say(words.deviates)}</p>
      )}
      <details className="small">
        <summary>{say(words.bases)}</summary>
        <ul>
          {bases.map((basis) => (
            <li key={basis}>{basis}</li>
          ))}
        </ul>
      </details>
    </section>
  );
}
