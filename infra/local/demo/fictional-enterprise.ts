import { creditCodeFault } from '../../../shared/identity/credit-code.ts';
import { countyCode } from '../../../shared/identity/town.ts';

const alphabet = [...'0123456789ABCDEFGHJKLMNPQRTUWXY'];
const organisationChecks = [...'0123456789X'];

/**
 * A valid unified social credit code of a company in the county that does not exist: the organisation code
 * begins with MA0, a range the registry issues from letters onwards. `number` is below 100,000.
 */
export function fictionalCreditCode(number: number): string {
  const body = `91${countyCode}MA0${String(number).padStart(5, '0')}`;
  for (const organisationCheck of organisationChecks)
    for (const check of alphabet) {
      const code = body + organisationCheck + check;
      if (creditCodeFault(code) === undefined) return code;
    }
  throw new Error(`no check characters fit ${body}`);
}

/** A 16-digit account that no bank has issued. */
export const fictionalAccount = (number: number): string => `9000${String(number).padStart(12, '0')}`;
