/** Characters in the texts of a line. */
export const longestIn = { payment: 60, account: 60, reference: 200, reason: 2000 } as const;
/** Fen. */
export const largestSum = 100_000_000_000;
