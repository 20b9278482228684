import { text } from '../../language/text.ts';
import type { Template } from '../template.ts';

const inboxOnly = [] as const;
const mail = ['mail'] as const;

/** About an enterprise's profile. They name nobody: who asked stands on the page they lead to. */
export const enterpriseTemplates = {
  'colleague-asks': {
    title: text('有人申请加入您的企业', 'Somebody asks to act for your enterprise'),
    body: text(
      '有人申请和您一起为企业办事。请核对是不是本企业的人，再点“同意”；不认识的，请不要同意。',
      'Somebody asks to act for your enterprise together with you. Please see whether they belong to it before you agree; do not agree for somebody you do not know.',
    ),
    by: mail,
  },
  'may-act-now': {
    title: text('您可以为企业办事了', 'You may act for the enterprise now'),
    body: text(
      '您的申请已经同意。现在可以查看企业的申请、添加分厂，申请时自动填好已有的内容。',
      'You may now see the enterprise’s applications and add branches, and what is known of it is filled in when you apply.',
    ),
    by: mail,
  },
  'may-not-act': {
    title: text('您不能再为企业办事', 'You no longer act for the enterprise'),
    body: text(
      '您加入企业的申请没有同意，或者资格已取消。有疑问的，请联系企业的同事或者总厂所在镇。',
      'Your request was turned down, or you no longer act for the enterprise. If you have questions, please ask your colleagues or the town of the head office.',
    ),
    by: mail,
  },
  'branch-decided': {
    title: text('镇里核对了您的分厂', 'The town has looked at your branch'),
    body: text(
      '分厂所在镇核对了分厂和总厂的关系，结果请看企业页面。',
      'The town of the branch has looked into whether it belongs to your enterprise; the enterprise’s page says what came of it.',
    ),
    by: mail,
  },
  'profile-to-decide': {
    title: text('有企业登记待核对', 'An enterprise waits to be looked at'),
    body: text(
      '有人申请为企业办事，或者有分厂要并入总厂，请核对后答复。',
      'Somebody asks to act for an enterprise, or a branch is to count with its head office; please look into it and answer.',
    ),
    by: inboxOnly,
  },
} as const satisfies Record<string, Template>;
