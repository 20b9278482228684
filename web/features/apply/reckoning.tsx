import type { ExplanationDto } from '../../../shared/api/dto/common.ts';
import { ReckoningTerms } from '../../components/case/reckoning-terms.tsx';
import { Notice } from '../../components/feedback/notice.tsx';
import { useFormat } from '../../lib/i18n/use-format.ts';
import { useText } from '../../lib/i18n/use-text.ts';
import { words } from './words.ts';

/** What the rules make of the draft. It advises; people decide. */
export function Reckoning({ explanation }: { readonly explanation: ExplanationDto }) {
  const say = useText();
  const format = useFormat();
  const failed = explanation.rules.filter(({ result }) => result !== 'met');
  const must = failed.filter(({ weight }) => weight === 'must');
  const attention = failed.filter(({ weight }) => weight === 'attention');
  return (
    <section className="sheet stack">
      <h2>{say(words.reckoning)}</h2>
      <p className="soft">{say(words.reckoningHint)}</p>
      <p>
        {say(words.amount)}{' '}
        <strong className="apply-amount numbers">{format.moneyWithWan(explanation.amount)}</strong>
      </p>
      {must.length > 0 && (
        <Notice tone="attention" title={say(words.notMet)}>
          <ul>
            {must.map((rule) => (
              <li key={rule.id}>{say(rule.failure ?? rule.label)}</li>
            ))}
          </ul>
        </Notice>
      )}
      {attention.length > 0 && (
        <Notice title={say(words.attention)}>
          <ul>
            {attention.map((rule) => (
              <li key={rule.id}>{say(rule.failure ?? rule.label)}</li>
            ))}
          </ul>
        </Notice>
      )}
      <details>
        <summary>{say(words.how)}</summary>
        <ReckoningTerms terms={explanation.terms} />
      </details>
    </section>
  );
}
