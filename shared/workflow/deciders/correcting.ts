import { accept, type FieldError, refuse } from '../../api/errors.ts';
import { pausePromise, resumePromise } from '../../calendar/promise-clock.ts';
import { text } from '../../language/text.ts';
import type { Programme } from '../../programmes/programme.ts';
import { defineAct, type Gate, inOrder } from '../act.ts';
import type { CorrectionItem } from '../command.ts';
import {
  applicantOrFiler,
  atOffice,
  clockRoles,
  decidedNothing,
  deskRoles,
  holdsCase,
  notAfterDue,
  notOwnCase,
  notYetSilent,
  onlyAfterDue,
  supervises,
} from '../gates.ts';
import { moveLiveLock, releaseLiveLock } from '../live-lock.ts';
import { needed } from '../needed.ts';
import { releaseReserved } from '../reserving.ts';
import { routingAnswers } from '../routing.ts';
import { dueOn } from '../stages.ts';
import type { StateOf } from '../state.ts';
import { today } from '../today.ts';

type UnderReview = StateOf<'under-review'>;
type Returned = StateOf<'returned'>;

/** Once by the officer who holds the case; a second and last time by the supervisor. */
const mostReturns = 2;

const mayReturnAgain: Gate<UnderReview> = (state, view) => {
  if (state.corrections === 0) return inOrder<UnderReview>(decidedNothing, holdsCase)(state, view);
  const again = state.corrections < mostReturns && supervises(view, state);
  return again ? undefined : { code: 'correction-already-used' };
};

/** What decides who is competent cannot be mended: the applicant withdraws and applies anew instead. */
function fixedFields(items: readonly CorrectionItem[], programme: Programme): readonly FieldError[] {
  const fixed = [programme.keys.town, ...routingAnswers(programme)].map((answer) => `/${answer}`);
  return items.flatMap(({ path }, index) =>
    fixed.includes(path)
      ? [
          {
            path: `/items/${index}/path`,
            code: 'fixed-field',
            message: text(
              '该内容决定由哪个单位办理，不能补正；如有错误，请申请人撤回后重新申请。',
              'This decides which office is competent and cannot be corrected; the applicant may withdraw and apply anew.',
            ),
          },
        ]
      : [],
  );
}

export const returnForCorrection = defineAct<'return-for-correction', 'under-review'>({
  roles: deskRoles,
  from: ['under-review'],
  gate: inOrder<UnderReview>(atOffice, notOwnCase, notYetSilent, mayReturnAgain),

  decide({ items, secondReturnReason }, state, context) {
    const errors = fixedFields(items, context.programme);
    if (errors.length > 0) return refuse('invalid-input', { errors });
    if (state.corrections > 0 && secondReturnReason === undefined) return refuse('reason-required');
    const { calendar, programme } = context;
    return accept({
      event: {
        type: 'correction-requested',
        data: {
          items,
          ...(secondReturnReason !== undefined && { secondReturnReason }),
          due: calendar.addWorkingDays(today(context), programme.correction.workingDays).date,
          clock: pausePromise(state.clock, today(context)),
        },
      },
      effects: [],
    });
  },
});

/** An open pointer opens everything under it: a table all its cells, a document slot all its files. */
const isOpen = (changed: string, open: readonly string[]): boolean =>
  open.some((pointer) => changed === pointer || changed.startsWith(`${pointer}/`));

export const resubmit = defineAct<'resubmit', 'returned'>({
  roles: ['applicant', ...deskRoles],
  from: ['returned'],
  gate: inOrder<Returned>(applicantOrFiler, notAfterDue),

  decide(_, state, context) {
    const submission = needed(context.submission, 'submission');
    const { evaluation } = needed(context.appraisal, 'appraisal');
    const open = needed(context.open, 'the open pointers');
    if (submission.revision.number !== state.revision + 1) throw new Error('a revision is missing');

    const closed = submission.changed.filter((pointer) => !isOpen(pointer, open));
    if (closed.length > 0 || submission.town !== state.town) {
      const message = text('这项内容不在补正范围内。', 'The correction notice does not name this.');
      const errors = closed.map((path) => ({ path, code: 'not-open', message }));
      return refuse('field-not-open-for-correction', { errors });
    }

    const { enterprise, site, revision, owed, changed } = submission;
    const clock = resumePromise(state.clock, today(context), context.calendar);
    return accept({
      event: {
        type: 'correction-submitted',
        data: {
          enterprise,
          site,
          revision,
          owed: [...(owed ?? [])],
          evaluation,
          changed: [...changed],
          clock,
          due: dueOn(clock, context.calendar),
        },
      },
      effects: moveLiveLock(state, { ...state, enterprise, site }),
    });
  },
});

export const lapse = defineAct<'lapse', 'returned'>({
  roles: clockRoles,
  from: ['returned'],
  gate: onlyAfterDue,
  decide: (_, state) =>
    accept({
      event: { type: 'application-lapsed', data: {} },
      effects: [releaseLiveLock(state), ...releaseReserved(state)],
    }),
});
