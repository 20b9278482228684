import type { DossierDto, DossierEventDto } from '../../../shared/api/dto/dossier.ts';
import { EventDetails } from '../../components/case/event-details.tsx';
import { eventName } from '../../components/case/event-words.ts';
import { ReckoningTerms } from '../../components/case/reckoning-terms.tsx';
import { Notice } from '../../components/feedback/notice.tsx';
import { Icon } from '../../components/icon.tsx';
import { useFormat } from '../../lib/i18n/use-format.ts';
import { useText } from '../../lib/i18n/use-text.ts';
import { useWho } from './use-who.ts';
import { words } from './words.ts';

/** Every event in order, with its place in the ledger and what the rules said. */
export function DossierEvents({ dossier: { events, missing } }: { readonly dossier: DossierDto }) {
  const say = useText();
  return (
    <section className="sheet stack" aria-labelledby="events-title">
      <h2 id="events-title">{say(words.events)}</h2>
      {missing.map(({ seq }) => (
        <Notice key={seq} tone="bad" title={say(words.missingEvent, { seq })} />
      ))}
      <ol className="timeline">
        {events.map((event) => (
          <DossierEvent key={event.seq} event={event} />
        ))}
      </ol>
    </section>
  );
}

function DossierEvent({ event }: { readonly event: DossierEventDto }) {
  const say = useText();
  const format = useFormat();
  const who = useWho();
  const { seq, type, at, actor, data, hash, index, explanation } = event;
  return (
    <li>
      <p className="timeline-what">
        <span className="numbers">{seq}.</span> {say(eventName(type))}
      </p>
      <p className="small soft numbers">
        {format.instant(at)} · {who(actor)}
      </p>
      <EventDetails data={data} />
      {explanation && (
        <details>
          <summary>
            {say(words.evaluation)}：
            {say(explanation.outcome === 'eligible' ? words.eligible : words.notEligible)}{' '}
            <span className="numbers">{format.moneyWithWan(explanation.amount)}</span>
          </summary>
          <ul className="audit-rules">
            {explanation.rules.map(({ id, label, result, basis, failure }) => (
              <li key={id}>
                <Icon name={result === 'met' ? 'check' : result === 'not-met' ? 'cross' : 'alert'} />
                <span>
                  <strong>{say(label)}</strong>{' '}
                  {say(result === 'met' ? words.met : result === 'not-met' ? words.notMet : words.error)}
                  <span className="audit-line small soft">{say(failure ?? basis)}</span>
                </span>
              </li>
            ))}
          </ul>
          <ReckoningTerms terms={explanation.terms} withFormula />
        </details>
      )}
      <p className="small soft numbers">
        {index === undefined ? say(words.notSealed) : say(words.sealedAt, { index })} ·{' '}
        <span title={hash}>{say(words.hash, { hash: hash.slice(0, 12) })}</span>
      </p>
    </li>
  );
}
