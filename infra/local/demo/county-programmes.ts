import { rentFreePremises } from '../../../shared/programmes/county/rent-free-premises.ts';
import { startupGrant } from '../../../shared/programmes/county/startup-grant.ts';
import { townCashSupport } from '../../../shared/programmes/county/town-cash-support.ts';
import { trainingSubsidy } from '../../../shared/programmes/county/training-subsidy.ts';
import type { Programme } from '../../../shared/programmes/programme.ts';

/** What a fresh system publishes, as a policy officer would. The system itself knows no programme by name. */
export const countyProgrammes: readonly Programme[] = [
  rentFreePremises,
  startupGrant,
  trainingSubsidy,
  townCashSupport,
];
