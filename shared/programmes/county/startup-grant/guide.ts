import { text } from '../../../language/text.ts';
import type { Programme } from '../../programme.ts';
import { freeOfCharge, remediesGuide, townWindow } from '../common/guide.ts';

export const guide: Programme['guide'] = {
  whoCanApply: text(
    '在平利县首次创业、已经正常经营满六个月的社区工厂：企业、个体工商户、合作社均可，每个厂点可单独申请。',
    'First-time founders whose community factory in Pingli has been operating for six months or more: companies, sole traders and cooperatives, one application per site.',
  ),
  conditions: [
    text('申请人是首次创业，并已完成登记', 'The applicant is a first-time founder and is registered'),
    text('登记成立满六个月，目前正常经营', 'Registered at least six months ago and operating'),
    text(
      '有在岗员工，能提供用工合同和工资发放记录',
      'Has workers on the payroll, with contracts and wage records',
    ),
    text(
      '同一张发票、同一投资项目没有领取过其他补助',
      'The same invoice or investment has not been paid for before',
    ),
    text(
      '没有被列入失信名单，没有尚未退回的补助',
      'Not on the dishonesty list, no award left to be paid back',
    ),
  ],
  whatYouGet: text(
    '一次性现金补助。按合规发票金额的一定比例核算，每户企业最高 10 万元；各步核算过程全部公开给申请人。',
    'A one-off cash grant: a share of the eligible invoices, up to 100,000 yuan per enterprise. Every step of the reckoning is shown to you.',
  ),
  fee: freeOfCharge,
  window: townWindow,
  remedies: remediesGuide,
  questions: [
    {
      question: text('我有几个分厂，能申请几次？', 'I run several branches. How often may I apply?'),
      answer: text(
        '每个厂点可以分别申请，但同一企业各厂点合计不超过最高补助额。',
        'Each site may apply, but all sites of one enterprise together cannot receive more than the cap.',
      ),
    },
    {
      question: text('发票还没开齐怎么办？', 'Some invoices are still missing. What can I do?'),
      answer: text(
        '只有填写了发票号码的设备才计入补助。可以先按已有发票申请，也可以等开齐后再提交。',
        'Only equipment with an invoice number counts. Apply with what you have, or wait until all are issued.',
      ),
    },
    {
      question: text(
        '可以同时依据暂行办法和招商协议申请吗？',
        'May I rely on both the interim measures and an investment agreement?',
      ),
      answer: text(
        '可以，两项依据都选上，并上传协议。补助金额只计算一次。',
        'Yes. Choose both and upload the agreement. The amount is reckoned once.',
      ),
    },
  ],
};
