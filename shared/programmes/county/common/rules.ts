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
      '该主体已被列入失信名单，移出后可再申请。',
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
      '有尚未退回的补助，退清后可再申请。',
      'An earlier award has still to be paid back; settle it before applying again.',
    ),
  },
];

/** Money goes to the entity itself, never to a person or a third party. */
export const payeeIsEntity: Rule = {
  id: 'payee-is-entity',
  label: text('收款户名与经营主体名称一致', 'The account holder is the entity itself'),
  expression: 'payee == enterpriseName',
  weight: 'must',
  basis: countyDefault.id,
  failure: text(
    '收款户名须与经营主体名称完全一致，请修改户名。',
    'The account holder must be exactly the entity’s name; please correct it.',
  ),
};

export const registered: Rule = {
  id: 'registered',
  label: text('已完成市场主体登记', 'The entity is registered'),
  expression: 'applicantType != "preparing"',
  weight: 'must',
  basis: countyDefault.id,
  failure: text(
    '尚未完成登记，请先办理营业执照。',
    'The entity is not registered yet; please obtain a licence first.',
  ),
};

/** `poor` and `all` are answers counting people. */
export const poorWithin = (poor: string, all: string): Rule => ({
  id: 'poor-within-all',
  label: text('脱贫（贫困）户人数不多于总人数', 'No more poor workers than workers'),
  expression: `${poor} <= ${all}`,
  weight: 'must',
  basis: countyDefault.id,
  failure: text(
    '脱贫（贫困）户人数多于总人数，请改正。',
    'There are more poor workers than workers; please correct it.',
  ),
});
