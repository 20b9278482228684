import type { ReactNode } from 'react';
import type { AwardDto, DutyDto } from '../../../shared/api/dto/award.ts';
import { useFormat } from '../../lib/i18n/use-format.ts';
import { useText } from '../../lib/i18n/use-text.ts';
import { words } from './words.ts';

const tones = { later: 'quiet', open: 'open', reported: 'attention', overdue: 'bad' } as const;

type DutiesPartProps = {
  readonly award: AwardDto;
  /** What stands beside a duty, e.g. the way to its report. */
  readonly beside?: (duty: DutyDto) => ReactNode;
};

/** What is due next, the earliest first. */
export function DutiesPart({ award: { duties }, beside }: DutiesPartProps) {
  const say = useText();
  const format = useFormat();
  return (
    <section className="sheet stack" aria-labelledby="award-duties">
      <h2 id="award-duties">{say(words.duties)}</h2>
      {duties.length === 0 && <p className="soft">{say(words.noDuties)}</p>}
      <ol className="timeline">
        {duties.map((duty) => (
          <li key={duty.id}>
            <p className="timeline-what">{say(duty.title)}</p>
            <p className="small numbers">
              {say(words.dutyRound, { n: duty.round, date: format.date(duty.due) })}{' '}
              <span className={`badge badge-${tones[duty.state]}`}>{say(words.dutyStates[duty.state])}</span>
            </p>
            <p className="small soft">
              {duty.hasForm
                ? duty.state === 'later' && say(words.opens, { date: format.date(duty.opensOn) })
                : say(words.townLooks)}
            </p>
            {beside?.(duty)}
          </li>
        ))}
      </ol>
    </section>
  );
}
