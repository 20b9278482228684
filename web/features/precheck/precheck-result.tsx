import type { OutputOf } from '../../../shared/api/client.ts';
import { LinkButton } from '../../components/button/link-button.tsx';
import { Icon } from '../../components/icon.tsx';
import { useFormat } from '../../lib/i18n/use-format.ts';
import { useText } from '../../lib/i18n/use-text.ts';
import { words } from './words.ts';

type Item = OutputOf<'checkEligibility'>['items'][number];

const icons = { yes: 'check', depends: 'info', no: 'cross' } as const;

/** One programme: yes, depends or no; about how much; and why not. */
export function PrecheckResult({ item }: { readonly item: Item }) {
  const say = useText();
  const format = useFormat();
  const { programmeId, title, verdict, reasons, amount, amountNote } = item;
  return (
    <li className={`precheck-result precheck-${verdict} sheet`}>
      <p className="precheck-verdict">
        <Icon name={icons[verdict]} />
        {say(words[verdict])}
      </p>
      <h3>{say(title)}</h3>
      {amount > 0 && (
        <p>
          <strong className="precheck-amount numbers">
            {say(words.about, { amount: format.moneyWithWan(amount) })}
          </strong>{' '}
          <span className="small soft">{say(amountNote)}</span>
        </p>
      )}
      {reasons.length > 0 && (
        <div>
          <p className="small soft">{say(verdict === 'no' ? words.because : words.dependsOn)}</p>
          <ul>
            {reasons.map((reason) => (
              <li key={reason.zh}>{say(reason)}</li>
            ))}
          </ul>
        </div>
      )}
      <div className="row">
        {verdict !== 'no' && (
          <LinkButton to={`/apply/${programmeId}`} kind="primary">
            {say(words.apply)}
            <span className="only-heard">{say(title)}</span>
          </LinkButton>
        )}
        <LinkButton to={`/programmes/${programmeId}`}>
          {say(words.guide)}
          <span className="only-heard">{say(title)}</span>
        </LinkButton>
      </div>
    </li>
  );
}
