import { text } from '../../../language/text.ts';
import type { Rule } from '../../programme.ts';
import { countyDefault } from './legal-bases.ts';

/** Every programme of the county asks these two of the enterprise. */
export const goodStanding: readonly Rule[] = [
  {
    id: 'not-dishonest',
    label: text('没有被列入失信名单', 'Not on the dishonesty list'),
    expression: '!facts.dishonestyListed',
    weight: 'must',
    basis: countyDefault.id,
    failure: text(
      '该主体已被列入失信名单,移出后可再申请。',
      'The entity is on the dishonesty list; it may apply again once removed.',
    ),
  },
  {
    id: 'no-open-recovery',
    label: text('没有尚未退回的补助', 'No award left to be paid back'),
    expression: '!facts.openRecovery',
    weight: 'must',
    basis: countyDefault.id,
    failure: text(
      '有尚未退回的补助,退清后可再申请。',
      'An earlier award has still to be paid back; settle it before applying again.',
    ),
  },
];
