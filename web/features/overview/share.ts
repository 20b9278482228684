/** A part of a whole in 0.01 %, whole percents; 0 of nothing. */
export const shareOf = (part: number, whole: number): number =>
  whole === 0 ? 0 : Math.round((part / whole) * 100) * 100;
