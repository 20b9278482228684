import type { ApplicationDto } from '../../../shared/api/dto/case.ts';
import type { Programme } from '../../../shared/programmes/programme.ts';
import { EventDetails } from '../../components/case/event-details.tsx';
import { eventName } from '../../components/case/event-words.ts';
import { PromiseMeter } from '../../components/case/promise-meter.tsx';
import { useFormat } from '../../lib/i18n/use-format.ts';
import { useText } from '../../lib/i18n/use-text.ts';
import { useCounty } from '../../lib/use-county.ts';
import { words } from './words.ts';

type ProgressProps = { readonly application: ApplicationDto; readonly programme: Programme };

const isUnderWay = ({ status }: ApplicationDto): boolean =>
  status === 'under-review' || status === 'returned' || status === 'in-notice';

/** What was, what is and what comes, each with its office and its days. */
export function Progress({ application, programme }: ProgressProps) {
  const say = useText();
  const format = useFormat();
  const { officeName } = useCounty();
  const { history, stage, office, promise } = application;
  const offices = (id: string | undefined) => (id === undefined ? '' : say(officeName(id)));
  return (
    <ol className="timeline">
      {history.map(({ seq, type, at, actor, data }) => (
        <li key={seq}>
          <p className="timeline-what">{say(eventName(type))}</p>
          <p className="small soft numbers">
            {format.instant(at)} {offices(actor.office)}
          </p>
          <EventDetails data={data} />
        </li>
      ))}
      {isUnderWay(application) && (
        <li className="timeline-now" aria-current="step">
          <p className="timeline-what">
            {say(words.now)}
            {' · '}
            {application.status === 'in-notice' ? say(words.notice) : stage && say(stage.title)}
          </p>
          {office && <p>{say(words.atOffice, { office: offices(office) })}</p>}
          {promise && <PromiseMeter promise={promise} />}
        </li>
      )}
      {isUnderWay(application) &&
        stepsAhead(application, programme).map((step) => (
          <li key={step.id} className="timeline-next">
            <p className="timeline-what">{say(step.title)}</p>
            <p className="small numbers">
              {say(words.days, { n: step.days })}
              {step.conditional && ` · ${say(words.conditional)}`}
            </p>
          </li>
        ))}
    </ol>
  );
}

/** The stages after the present one; an application in notice has none left. */
function stepsAhead({ stage, status }: ApplicationDto, programme: Programme) {
  const here = programme.stages.findIndex(({ id }) => id === stage?.id);
  const stages = status === 'in-notice' || here < 0 ? [] : programme.stages.slice(here + 1);
  const { notice, delivery } = programme;
  return [
    ...stages.map(({ id, title, workingDays, when }) => ({
      id,
      title,
      days: workingDays,
      conditional: when !== undefined,
    })),
    ...(notice && status !== 'in-notice'
      ? [{ id: 'notice', title: words.notice, days: notice.days, conditional: false }]
      : []),
    { id: 'delivery', title: words.delivery, days: delivery.workingDays, conditional: false },
  ];
}
