import { text } from '../../../language/text.ts';
import type { OfficeRef, Programme } from '../../programme.ts';
import { countyDefault, expeditePractice, licensingLaw, publicityPractice } from './legal-bases.ts';
import { countyOffice } from './offices.ts';

/** What every programme of the county does alike: correction, extension, expediting, internal review. */
export const commonProcess = {
  correction: { workingDays: 15, basis: countyDefault.id },
  extension: { workingDays: 10, basis: licensingLaw.id },
  expedite: { share: 5000, basis: expeditePractice.id },
  internalReview: { workingDays: 10, office: countyOffice, basis: countyDefault.id },
  refusalRemedies: [
    text(
      '对本决定有异议的，可自收到决定之日起十个工作日内向县人民政府办公室申请复核。',
      'You may ask the county government office for an internal review within ten working days of receiving this decision.',
    ),
    text(
      '也可自收到决定之日起六十日内依法申请行政复议。',
      'You may also apply for administrative reconsideration within sixty days of receiving it.',
    ),
    text(
      '也可自收到决定之日起六个月内依法向人民法院提起行政诉讼。',
      'You may also bring an administrative lawsuit before the court within six months of receiving it.',
    ),
  ],
} satisfies Partial<Programme>;

/** 公示, five working days: as for employment money. */
export const fiveDayNotice = (office: OfficeRef): NonNullable<Programme['notice']> => ({
  days: 5,
  count: 'working',
  office,
  basis: publicityPractice.id,
});

/** 交付: paid or handed over within fifteen working days. */
export const deliveryBy = (office: OfficeRef): Programme['delivery'] => ({
  workingDays: 15,
  office,
  basis: countyDefault.id,
});

/** 公示, ten days: as for poverty funds. */
export const tenDayNotice = (office: OfficeRef): NonNullable<Programme['notice']> => ({
  days: 10,
  count: 'calendar',
  office,
  basis: publicityPractice.id,
});
