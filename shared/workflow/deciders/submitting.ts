import { accept } from '../../api/errors.ts';
import { text } from '../../language/text.ts';
import { defineAct, type Gate } from '../act.ts';
import { deskRoles } from '../gates.ts';
import { wrongInput } from '../input-checks.ts';
import { takeLiveLock } from '../live-lock.ts';
import { needed } from '../needed.ts';
import { arriveAt, stageAfter } from '../stages.ts';
import type { Draft } from '../state.ts';
import { today } from '../today.ts';

/** Whoever wrote the draft hands it in: the applicant, or the officer who files for them. */
const ownDraft: Gate<Draft> = ({ applicant, filedBy }, { actor }) =>
  actor.id === (filedBy ?? applicant) ? undefined : { code: 'not-permitted' };

const programmeOpen: Gate<Draft> = (_, view) => {
  const { effectiveFrom, effectiveTo } = view.programme;
  const open = effectiveFrom <= today(view) && (effectiveTo === undefined || today(view) <= effectiveTo);
  return open ? undefined : { code: 'programme-not-open' };
};

export const submit = defineAct<'submit', 'draft'>({
  roles: ['applicant', ...deskRoles],
  from: ['draft'],
  gate: (draft, view) => ownDraft(draft, view) ?? programmeOpen(draft, view),

  decide({ declaration }, draft, context) {
    const { programme } = context;
    const { town, enterprise, site, authority, routing, revision, owed } = needed(
      context.submission,
      'submission',
    );
    const { evaluation } = needed(context.appraisal, 'appraisal');

    if (declaration.version !== programme.declaration.version) {
      return wrongInput(
        '/declaration/version',
        'declaration-changed',
        text(
          '承诺书已更新，请重新阅读并勾选。',
          'The declaration has changed; please read and tick it again.',
        ),
      );
    }
    if (draft.filedBy !== undefined && authority === undefined) {
      return wrongInput(
        '/authority',
        'authority-missing',
        text('代办须上传申请人的授权书。', 'Filing for someone needs their recorded authority.'),
      );
    }
    if (programme.towns !== undefined && !programme.towns.includes(town)) {
      return wrongInput(
        `/${programme.keys.town}`,
        'town-not-covered',
        text('本项目不在该镇实施。', 'This programme does not cover that town.'),
      );
    }

    const place = { town, enterprise, site, ...(Object.keys(routing).length > 0 && { routing }) };
    const first = needed(stageAfter(undefined, evaluation.amount, context), 'a first stage');
    return accept({
      event: {
        type: 'application-submitted',
        data: {
          programme: { id: programme.id, version: programme.version, hash: context.programmeHash },
          applicant: draft.applicant,
          ...(draft.filedBy !== undefined && { filedBy: draft.filedBy }),
          ...(authority !== undefined && { authority }),
          ...place,
          declaration: declaration.version,
          revision,
          owed: [...(owed ?? [])],
          evaluation,
          next: arriveAt(first, place, context),
        },
      },
      effects: [takeLiveLock({ programme, ...place })],
    });
  },
});
