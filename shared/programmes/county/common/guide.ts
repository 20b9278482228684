import { text } from '../../../language/text.ts';
import type { Programme } from '../../programme.ts';

export const freeOfCharge = text('不收取任何费用', 'Free of charge');

/** 救济途径, as shown in the service guide; letters use `refusalRemedies` of common/process.ts. */
export const remediesGuide = [
  text(
    '十个工作日内可向县人民政府办公室申请复核',
    'Internal review by the county government office, within ten working days',
  ),
  text('六十日内可申请行政复议', 'Administrative reconsideration, within sixty days'),
  text('六个月内可提起行政诉讼', 'Lawsuit, within six months'),
];

/** The desk that takes applications for the county's own programmes. */
export const townWindow: Programme['guide']['window'] = {
  office: text('各镇便民服务中心社区工厂窗口', 'Community factory desk at each town service centre'),
  address: text('厂点所在镇的镇人民政府', 'Government of the town where the site is'),
  phone: '12345',
  hours: text('工作日 8:30–12:00，14:00–17:30', 'Working days 8:30–12:00 and 14:00–17:30'),
};
