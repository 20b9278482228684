import { text } from '../../../language/text.ts';
import type { Programme } from '../../programme.ts';
import { freeOfCharge, remediesGuide, townWindow } from '../common/guide.ts';

export const guide: Programme['guide'] = {
  whoCanApply: text(
    '在平利县移民搬迁社区办厂，或准备回乡办厂的企业、个体工商户、合作社和个人。',
    'Companies, sole traders, cooperatives and individuals who run, or return to open, a factory in a relocation community of Pingli.',
  ),
  conditions: [
    text('已在平利县登记，或承诺在平利县登记', 'Registered in Pingli, or committed to register here'),
    text('行业清洁、合法', 'A clean and lawful trade'),
    text('所选厂房在公开清单内，且有空余面积', 'The premises are in the public inventory and free'),
    text(
      '计划提供岗位不少于 10 个，其中三分之一以上优先招用脱贫（贫困）户',
      'At least ten planned jobs, a third of them for poor households',
    ),
    text(
      '没有被列入失信名单，没有尚未退回的补助',
      'Not on the dishonesty list, no award left to be paid back',
    ),
  ],
  whatYouGet: text(
    '最长三年免收或减收厂房租金。水、电、物业费用自理。',
    'Up to three years without rent, in full or in part. Water, power and upkeep are yours to pay.',
  ),
  fee: freeOfCharge,
  window: townWindow,
  remedies: remediesGuide,
  questions: [
    {
      question: text('还没有办营业执照，可以申请吗？', 'May I apply before I have a licence?'),
      answer: text(
        '可以。申请人类型选“正在筹备登记的个人”，并上传登记承诺书。',
        'Yes. Choose “person preparing to register” and upload the commitment to register.',
      ),
    },
    {
      question: text('免租期满以后怎么办？', 'What happens when the rent-free time is over?'),
      answer: text(
        '可以按参考租金续租，具体由镇人民政府与您商定。',
        'You may stay at the reference rent, as agreed with the town.',
      ),
    },
    {
      question: text('可以把厂房转租给别人吗？', 'May I sublet the premises?'),
      answer: text(
        '不可以。转租的，收回厂房并追缴剩余期间的租金。',
        'No. If you do, the premises are taken back and the rent for the remaining time is due.',
      ),
    },
    {
      question: text('停产了会怎样？', 'What if production stops?'),
      answer: text(
        '连续停产满三个月，镇里会书面通知，三十日内恢复生产的不追究。',
        'After three months idle the town gives notice; resume within thirty days and nothing follows.',
      ),
    },
  ],
};
