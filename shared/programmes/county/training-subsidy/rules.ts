import { text } from '../../../language/text.ts';
import type { Programme } from '../../programme.ts';
import { countyDefault, rainDew, skillsTraining } from '../common/legal-bases.ts';
import { goodStanding, payeeIsEntity, registered } from '../common/rules.ts';

export const rules: Programme['rules'] = [
  registered,
  {
    id: 'session-over',
    label: text('培训已经结业', 'The session is over'),
    expression: 'endsOn <= facts.today',
    weight: 'must',
    basis: countyDefault.id,
    failure: text('培训结业后才能申请。', 'Apply after the last day of the session.'),
  },
  {
    id: 'session-not-too-long',
    label: text('培训期未超过规定时间', 'The session is not too long'),
    expression: 'endsOn <= addMonths(startsOn, maxSessionMonths)',
    weight: 'must',
    basis: skillsTraining.id,
    failure: text('培训期不得超过 {maxSessionMonths}。', 'A session may last {maxSessionMonths} at most.'),
    shows: ['maxSessionMonths'],
  },
  {
    id: 'someone-qualifies',
    label: text('有符合条件的学员', 'Somebody qualifies'),
    expression: 'qualified >= 1',
    weight: 'must',
    basis: countyDefault.id,
    failure: text(
      '名单 {listed} 中没有人符合全部条件，请核对出勤、考核、年龄、合同和身份。',
      'Of {listed} listed nobody meets all conditions; check attendance, result, age, contract and status.',
    ),
    shows: ['listed'],
  },
  {
    id: 'persons-not-paid-before',
    label: text('学员没有享受过同工种同等级补贴', 'Nobody was paid for before in this occupation and level'),
    expression: 'facts.taken["person-once"] == 0',
    weight: 'must',
    basis: countyDefault.id,
    failure: text(
      '名单中有学员已享受过同工种同等级补贴，请从名单中删除。',
      'Some trainees were already paid for in this occupation and level; please remove them.',
    ),
  },
  {
    id: 'hours-not-paid-before',
    label: text('学员同一时段没有由其他项目补贴', 'Nobody was paid for by another session at the same time'),
    expression: 'facts.taken["hours-once"] == 0',
    weight: 'must',
    basis: countyDefault.id,
    failure: text(
      '名单中有学员同一时段已由其他培训补贴，请从名单中删除。',
      'Some trainees were already paid for by another session at the same time; please remove them.',
    ),
  },
  payeeIsEntity,
  ...goodStanding,
  {
    id: 'all-qualify',
    label: text('名单上的学员全部符合条件', 'Everybody listed qualifies'),
    expression: 'qualified == listed',
    weight: 'attention',
    basis: countyDefault.id,
    failure: text(
      '名单 {listed}，符合条件 {qualified}，其余不计入补贴。',
      'Of {listed} listed, {qualified} qualify; the others do not count.',
    ),
    shows: ['listed', 'qualified'],
  },
  {
    id: 'rain-dew-for-the-poor',
    label: text('雨露计划学员均为脱贫（贫困）户', 'Rain-Dew trainees are from poor households'),
    expression: 'stream != "rain-dew" || statusMet == listed',
    weight: 'attention',
    basis: rainDew.id,
    failure: text(
      '名单 {listed} 中只有 {statusMet} 为脱贫（贫困）户，请与部门数据比对。',
      'Of {listed} listed only {statusMet} are from poor households; compare with the register.',
    ),
    shows: ['listed', 'statusMet'],
  },
  {
    id: 'roster-matches-count',
    label: text('名单人数与实际培训人数一致', 'The list matches the number trained'),
    expression: 'listed == actualTrainees',
    weight: 'attention',
    basis: countyDefault.id,
    failure: text(
      '名单 {listed}，与填报的实际培训人数不一致，请核实。',
      '{listed} are listed, which differs from the number stated; please verify.',
    ),
    shows: ['listed'],
  },
  {
    id: 'certificates-numbered',
    label: text('考核合格的学员都有证书编号', 'Everybody who passed has a certificate number'),
    expression: 'trainees.all(trainee, trainee.result != "passed" || trainee.certificateNumber != "")',
    weight: 'attention',
    basis: countyDefault.id,
    failure: text(
      '有合格学员没有填写证书编号，请核实。',
      'Some who passed have no certificate number; please verify.',
    ),
  },
];
