import { text } from '../../../shared/language/text.ts';

/** Of the page on which an enterprise reports; apart, so that a phone does not load what offices say. */
export const words = {
  ownTitle: text('拨付与履约', 'Payment and duties'),
  reportTitle: text('{title}：报告', 'Report: {title}'),
  reportIntro: text(
    '请在{date}前提交。随填随存，可以随时离开，换一台手机或电脑接着填；提交后由镇上核查。',
    'Hand it in by {date}. Everything is saved as you type: leave and go on any time, on any device. The town assesses it afterwards.',
  ),
  reportSentBack: text(
    '上次的报告被退回：{findings}。原来填的内容还在，改好后再提交。',
    'Your report was sent back: {findings}. What you wrote is still here: mend it and hand it in again.',
  ),
  submitReport: text('提交报告', 'Hand in the report'),
  reportDone: text('报告已提交', 'Report handed in'),
  notOpen: text('这项报告目前不用填写。', 'This report is not open now.'),
} as const;
