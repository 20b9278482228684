import { Link } from 'wouter';
import type { CaseDto, HistoryEntryDto } from '../../../shared/api/dto/case.ts';
import { EventDetails } from '../../components/case/event-details.tsx';
import { eventName } from '../../components/case/event-words.ts';
import { letterWords } from '../../components/case/status-words.ts';
import { useFormat } from '../../lib/i18n/use-format.ts';
import { useText } from '../../lib/i18n/use-text.ts';
import { useCounty } from '../../lib/use-county.ts';
import { words } from './words.ts';

/** Who did what and when, newest first, with the letters it led to. */
export function CaseHistory({ data }: { readonly data: CaseDto }) {
  const say = useText();
  const format = useFormat();
  const who = useWho();
  return (
    <section className="sheet stack" aria-labelledby="history-title">
      <h2 id="history-title">{say(words.history)}</h2>
      <ol className="timeline">
        {data.history.toReversed().map((entry) => {
          const letter = data.letters.find(({ seq }) => seq === entry.seq);
          return (
            <li key={entry.seq}>
              <p className="timeline-what">{say(eventName(entry.type))}</p>
              <p className="small soft numbers">
                {format.instant(entry.at)} · {who(entry)}
              </p>
              <EventDetails data={entry.data} />
              {letter && (
                <p>
                  <Link href={`/cases/${data.caseId}/letters/${letter.seq}`}>
                    {say(letterWords[letter.kind])}
                  </Link>
                </p>
              )}
            </li>
          );
        })}
      </ol>
    </section>
  );
}

function useWho(): (entry: HistoryEntryDto) => string {
  const say = useText();
  const { officeName } = useCounty();
  return ({ actor: { id, name, office } }) => {
    if (office !== undefined) return [name, say(officeName(office))].filter(Boolean).join(' · ');
    return id === 'system' || id === 'clock' ? say(words.system) : (name ?? say(words.applicant));
  };
}
