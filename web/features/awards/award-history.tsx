import type { HistoryEntryDto } from '../../../shared/api/dto/case.ts';
import { EventDetails } from '../../components/case/event-details.tsx';
import { eventName } from '../../components/case/event-words.ts';
import { useFormat } from '../../lib/i18n/use-format.ts';
import { useText } from '../../lib/i18n/use-text.ts';
import { useCounty } from '../../lib/use-county.ts';
import { words } from './words.ts';

/** What happened since the approval, newest first. */
export function AwardHistory({ history }: { readonly history: readonly HistoryEntryDto[] }) {
  const say = useText();
  const format = useFormat();
  const { officeName } = useCounty();
  const approval = history.findLast(({ type }) => type === 'application-approved')?.seq ?? 0;
  const since = history.filter(({ seq }) => seq >= approval).toReversed();
  return (
    <section className="sheet" aria-labelledby="award-history">
      <details>
        <summary>
          <h2 id="award-history" className="award-summary">
            {say(words.history)}
          </h2>
        </summary>
        <ol className="timeline">
          {since.map(({ seq, type, at, actor: { name, office }, data }) => (
            <li key={seq}>
              <p className="timeline-what">{say(eventName(type))}</p>
              <p className="small soft numbers">
                {[format.instant(at), name, office === undefined ? undefined : say(officeName(office))]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
              <EventDetails data={data} />
            </li>
          ))}
        </ol>
      </details>
    </section>
  );
}
