import { useState } from 'react';
import type { OutputOf } from '../../../shared/api/client.ts';
import type { PublishedYear } from '../../../shared/calendar/published-years.ts';
import type { ReadNotice } from '../../../shared/calendar/read-notice.ts';
import { stepsOf } from '../../../shared/forms/pointer.ts';
import { Button } from '../../components/button/button.tsx';
import { StatusBadge } from '../../components/case/badges.tsx';
import { Dialog, DialogActions } from '../../components/dialog/dialog.tsx';
import { Notice } from '../../components/feedback/notice.tsx';
import { TableHead } from '../../components/table-head.tsx';
import { useFormat } from '../../lib/i18n/use-format.ts';
import { useText } from '../../lib/i18n/use-text.ts';
import { useYears } from './queries.ts';
import { words } from './words.ts';
import { workingDaysOf, YearCalendar } from './year-calendar.tsx';

export type Checked = OutputOf<'previewCalendarYear'> & {
  readonly published: PublishedYear;
  readonly misread: ReadNotice['misread'];
};

type YearProposalProps = {
  readonly checked: Checked;
  readonly busy: boolean;
  readonly onPublish: () => void;
};

/** What was read, what is wrong with it, what publishing would do, and the button. */
export function YearProposal({ checked, busy, onPublish }: YearProposalProps) {
  const say = useText();
  const [confirming, setConfirming] = useState(false);
  const { data: known } = useYears();
  const { published, errors, misread } = checked;
  const { year, holidays, makeUpWorkdays } = published;
  const wrong = errors.length + misread.length;
  const counts = { off: holidays.length, work: makeUpWorkdays.length, days: workingDaysOf(published) };
  return (
    <section className="stack-loose holiday-proposal">
      {wrong > 0 ? (
        <Faults checked={checked} count={wrong} />
      ) : (
        <Notice tone="good" title={say(words.good)} urgent>
          <p className="numbers">{say(words.read, counts)}</p>
          {known?.items.some((one) => one.year === year) && <p>{say(words.replaces)}</p>}
        </Notice>
      )}
      <section className="sheet stack" aria-labelledby="preview-title">
        <h2 id="preview-title">{say(words.calendarOf, { year })}</h2>
        <YearCalendar year={published} />
      </section>
      {wrong === 0 && (
        <>
          <Moves checked={checked} />
          <div>
            <Button kind="primary" onClick={() => setConfirming(true)}>
              {say(words.doPublish)}
            </Button>
          </div>
        </>
      )}
      {confirming && (
        <Dialog title={say(words.confirmTitle, { year })} onClose={() => setConfirming(false)}>
          <p className="numbers">{say(words.read, counts)}</p>
          <MovesInWords checked={checked} />
          <p>{say(words.confirmHint)}</p>
          <DialogActions>
            <Button
              kind="primary"
              busy={busy}
              onClick={() => {
                setConfirming(false);
                onPublish();
              }}
            >
              {say(words.doPublish)}
            </Button>
            <Button onClick={() => setConfirming(false)}>{say(words.goBack)}</Button>
          </DialogActions>
        </Dialog>
      )}
    </section>
  );
}

function Faults({ checked, count }: { readonly checked: Checked; readonly count: number }) {
  const say = useText();
  const format = useFormat();
  const { published, errors, misread } = checked;
  /** The day an error's pointer leads to; none when it is about all of them. */
  const dayAt = (path: string): string | undefined => {
    const [list, place] = stepsOf(path);
    const days = list === 'holidays' ? published.holidays : published.makeUpWorkdays;
    return place === undefined ? undefined : days[Number(place)];
  };
  return (
    <Notice tone="bad" title={say(words.faults, { n: count })} urgent>
      <ul>
        {misread.map(({ date, said }) => (
          <li key={`${date} ${said}`}>{say(words.misread, { date: format.date(date), said })}</li>
        ))}
        {errors.map(({ path, code, message }) => {
          const day = dayAt(path);
          return (
            <li key={`${path} ${code}`}>
              {day === undefined
                ? say(message)
                : say(words.dayFault, { date: format.date(day), what: say(message) })}
            </li>
          );
        })}
      </ul>
    </Notice>
  );
}

const MovesInWords = ({ checked: { moving, open } }: { readonly checked: Checked }) => {
  const say = useText();
  return <p className="numbers">{say(moving === 0 ? words.noMoves : words.moving, { open, n: moving })}</p>;
};

function Moves({ checked }: { readonly checked: Checked }) {
  const say = useText();
  const format = useFormat();
  const { moves, moving } = checked;
  return (
    <section className="sheet stack" aria-labelledby="moves-title">
      <h2 id="moves-title">{say(words.moves)}</h2>
      <MovesInWords checked={checked} />
      {moves.length > 0 && (
        <>
          <p className="small soft">{say(words.onlyLater)}</p>
          <div className="table-sheet">
            <table className="lined cards-on-phone">
              <TableHead columns={[words.case, words.programme, words.stage, words.from, words.to]} />
              <tbody>
                {moves.map(({ caseId, programme, stage, status, from, to }) => (
                  <tr key={caseId}>
                    <th scope="row" className="code">
                      {caseId}
                    </th>
                    <td data-label={say(words.programme)}>{say(programme)}</td>
                    <td data-label={say(words.stage)}>
                      {stage ? say(stage) : <StatusBadge status={status} />}
                    </td>
                    <td data-label={say(words.from)} className="numbers">
                      {format.date(from)}
                    </td>
                    <td data-label={say(words.to)} className="numbers">
                      {format.date(to)}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          {moves.length < moving && <p className="small">{say(words.shownOf, { n: moves.length })}</p>}
        </>
      )}
    </section>
  );
}
