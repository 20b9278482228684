/**
 * The days off of the simulated year, written down by hand so that nothing here is reckoned by the code under
 * test. 2026 is the State Council's notice. For 2027 there is, until the county publishes one in December 2026,
 * only what the law fixes; the notice below is made up, with bridge days and the Saturdays that pay for them.
 */
const days = (month: string, from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, index) => `${month}-${String(from + index).padStart(2, '0')}`);

export const notice2026 = {
  holidays: [
    ...days('2026-01', 1, 3),
    ...days('2026-02', 15, 23),
    ...days('2026-04', 4, 6),
    ...days('2026-05', 1, 5),
    ...days('2026-06', 19, 21),
    ...days('2026-09', 25, 27),
    ...days('2026-10', 1, 7),
  ],
  makeUpWorkdays: ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
};

/** New Year on a Friday; the eve and three days of Spring Festival, two of them on a weekend. */
export const guessed2027 = {
  holidays: ['2027-01-01', '2027-02-05', '2027-02-08', '2027-02-09', '2027-02-10'],
  makeUpWorkdays: [],
};

export const notice2027 = {
  year: 2027,
  source: '虚构的放假安排，仅供测试',
  holidays: [
    ...days('2027-01', 1, 5),
    ...days('2027-02', 4, 11),
    ...days('2027-04', 3, 5),
    ...days('2027-05', 1, 5),
    ...days('2027-06', 9, 9),
    ...days('2027-09', 15, 17),
    ...days('2027-10', 1, 7),
  ],
  makeUpWorkdays: ['2026-12-26', '2027-01-09', '2027-02-13', '2027-02-20'],
};

/** Published on the 16th, in force from the next midnight in Beijing. */
export const publishedAt = '2026-12-16T03:00:00.000Z';
export const inForceFrom = '2026-12-16T16:00:00.000Z';
