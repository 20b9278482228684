import type { DossierDto } from '../../../shared/api/dto/dossier.ts';
import { eventName } from '../../components/case/event-words.ts';
import { useFormat } from '../../lib/i18n/use-format.ts';
import { useText } from '../../lib/i18n/use-text.ts';
import { useWho } from './use-who.ts';
import { words } from './words.ts';

/** Acts that say yes or no at a stage. */
const decisions: ReadonlySet<string> = new Set([
  'application-accepted',
  'application-not-accepted',
  'recommendation-made',
  'stage-approved',
  'application-approved',
  'application-refused',
  'objection-upheld',
  'refusal-upheld',
  'refusal-revoked',
]);

export function WhoApproved({ dossier: { events } }: { readonly dossier: DossierDto }) {
  const say = useText();
  const format = useFormat();
  const who = useWho();
  const decided = events.filter(({ type }) => decisions.has(type)).toReversed();
  return (
    <section className="sheet stack audit-answer" aria-labelledby="who-title">
      <h2 id="who-title">{say(words.whoTitle)}</h2>
      {decided.length === 0 ? (
        <p>{say(words.nobody)}</p>
      ) : (
        <ol className="audit-deciders">
          {decided.map(({ seq, type, at, actor }) => (
            <li key={seq}>
              <strong>{who(actor)}</strong>
              <span className="small">
                {say(eventName(type))} · <span className="numbers">{format.instant(at)}</span>
              </span>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
