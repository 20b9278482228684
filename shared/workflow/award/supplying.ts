import { accept } from '../../api/errors.ts';
import { text } from '../../language/text.ts';
import { defineAct, type Gate, inOrder, notNow } from '../act.ts';
import { applicantOrFiler, deskRoles } from '../gates.ts';
import { wrongInput } from '../input-checks.ts';
import { needed } from '../needed.ts';
import type { StateOf } from '../state.ts';

type Open = 'under-review' | 'in-notice' | 'approved';

const somethingOwed: Gate<StateOf<Open>> = (state) => (state.owed === undefined ? notNow(state) : undefined);

/** 容缺后补: documents that may follow, any time before they are needed. While returned they come with the correction. */
export const supplyDocuments = defineAct<'supply-documents', Open>({
  roles: ['applicant', ...deskRoles],
  from: ['under-review', 'in-notice', 'approved'],
  gate: inOrder<StateOf<Open>>(applicantOrFiler, somethingOwed),

  decide(_, state, context) {
    const documents = needed(context.documents, 'documents');
    const strange = documents.find(({ slot }) => !state.owed?.includes(slot));
    if (documents.length === 0 || strange !== undefined) {
      return wrongInput(
        `/documents/${strange?.slot ?? ''}`,
        'not-owed',
        text('这项材料目前不需要补交。', 'This document is not asked for now.'),
      );
    }
    return accept({
      event: { type: 'documents-supplied', data: { documents: [...documents] } },
      effects: [],
    });
  },
});
