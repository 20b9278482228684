import './process-picture.css';
import type { Programme, Stage } from '../../../shared/programmes/programme.ts';
import { type Say, useText } from '../../lib/i18n/use-text.ts';
import { useOfficeText } from './use-office-text.ts';
import { words } from './words.ts';

type Step = {
  readonly id: string;
  readonly title: string;
  readonly office?: string;
  readonly days?: string;
  readonly notes: readonly string[];
  readonly conditional: boolean;
};

function notesOf(stage: Stage, say: Say): readonly string[] {
  return [
    ...(stage.when === undefined ? [] : [say(words.conditional)]),
    ...(stage.siteVisit ? [say(words.visit)] : []),
    say(stage.onSilence === 'accept' ? words.silence : words.escalates),
  ];
}

function useSteps(programme: Programme): readonly Step[] {
  const say = useText();
  const office = useOfficeText();
  const { notice, delivery } = programme;
  return [
    { id: 'start', title: say(words.start), notes: [], conditional: false },
    ...programme.stages.map((stage) => ({
      id: stage.id,
      title: say(stage.title),
      office: office(stage.office),
      days: say(words.workingDays, { n: stage.workingDays }),
      notes: notesOf(stage, say),
      conditional: stage.when !== undefined,
    })),
    ...(notice
      ? [
          {
            id: 'notice',
            title: say(words.notice),
            office: office(notice.office),
            days: say(notice.count === 'working' ? words.workingDays : words.calendarDays, {
              n: notice.days,
            }),
            notes: [],
            conditional: false,
          },
        ]
      : []),
    {
      id: 'delivery',
      title: say(words.delivery),
      office: office(delivery.office),
      days: say(words.workingDays, { n: delivery.workingDays }),
      notes: [],
      conditional: false,
    },
  ];
}

/** The way of an application from left to right (downwards on a phone); a list to those who listen. */
export function ProcessPicture({ programme }: { readonly programme: Programme }) {
  const steps = useSteps(programme);
  return (
    <ol className="process">
      {steps.map(({ id, title, office, days, notes, conditional }) => (
        <li key={id} className={conditional ? 'process-step process-step-conditional' : 'process-step'}>
          <h3 className="process-title">{title}</h3>
          {days && <p className="process-days numbers">{days}</p>}
          {office && <p className="small">{office}</p>}
          {notes.map((note) => (
            <p key={note} className="small soft">
              {note}
            </p>
          ))}
        </li>
      ))}
    </ol>
  );
}
