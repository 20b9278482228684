import { text } from '../../../language/text.ts';
import type { Programme } from '../../programme.ts';
import { freeOfCharge, remediesGuide, townWindow } from '../common/guide.ts';

export const guide: Programme['guide'] = {
  whoCanApply: text(
    '对新招录员工开展培训的社区工厂。每期培训申请一次。',
    'Community factories that train newly hired workers. One application per session.',
  ),
  conditions: [
    text('培训已结业，培训期不超过三个月', 'The session is over and lasted no more than three months'),
    text(
      '学员年满 16 周岁、不超过 60 周岁，签订了劳动合同',
      'Trainees are 16 to 60 and have a labour contract',
    ),
    text('学员出勤率 80% 以上，考核合格', 'Trainees attended at least 80 % and passed'),
    text('雨露计划学员须为脱贫（贫困）户', 'Rain-Dew trainees are from poor households'),
    text(
      '同一人同一工种同一等级只补贴一次，同一时段不能由两个项目重复补贴',
      'A person is paid for once per occupation and level, and never by two streams for the same time',
    ),
  ],
  whatYouGet: text(
    '按合格人数发放：雨露计划每人 1,000 元，技能培训每人 500 元。',
    'For each who qualifies: 1,000 yuan under Rain-Dew, 500 yuan for skills training.',
  ),
  fee: freeOfCharge,
  window: townWindow,
  remedies: remediesGuide,
  questions: [
    {
      question: text('名单很长，要一个一个填吗？', 'The list is long. Must I type it all?'),
      answer: text(
        '不用。可以下载模板，填好后上传 Excel 或 CSV 文件；有错的行会逐行标出来。',
        'No. Download the template and upload it as xlsx or csv; wrong rows are marked one by one.',
      ),
    },
    {
      question: text('有几个学员没有考过，还能申请吗？', 'Some trainees failed. May I still apply?'),
      answer: text('能。只按合格的人数计算。', 'Yes. Only those who qualify count.'),
    },
    {
      question: text('同一个人可以先学手套缝制，再学针织吗？', 'May the same person learn two trades?'),
      answer: text(
        '可以，不同工种分别补贴，但两期培训不能在同一个月。',
        'Yes, each trade is paid for, but not in the same calendar month.',
      ),
    },
  ],
};
