import { CaseIdSchema } from '../../api/dto/common.ts';

/** What a payment is called at the bank: `PL-7K3MQ-2WXYZ-2` is the second payment of that case. */
export const paymentNumber = (caseId: string, part: number): string => `${caseId}-${part}`;

const written = /^(PL-[0-9A-Z]{5}-[0-9A-Z]{5})-([1-9]\d{0,3})$/;

/** The payment of this number; undefined when it cannot be one of ours. */
export function paymentOf(number: string): { readonly caseId: string; readonly part: number } | undefined {
  const [, caseId, part] = written.exec(number.trim().toUpperCase()) ?? [];
  return CaseIdSchema.safeParse(caseId).success && caseId !== undefined
    ? { caseId, part: Number(part) }
    : undefined;
}
