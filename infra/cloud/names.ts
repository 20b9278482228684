import type { Stage } from '../stages/stage.ts';

/** The bus that other systems of the county listen to: a name they can be told before it exists. */
export const busNameOf = ({ name }: Stage): string => `factory-incentives-${name}`;

/** A function's role: a name that keys can tell from all others before it exists. */
export const roleNameOf = ({ name }: Stage, functionName: string): string => `${name}-${functionName}`;

/** Which journal a checkpoint speaks for: its first line, for ever, whatever domain the portal gets later. */
export const ledgerOriginOf = ({ name, ledgerOrigin }: Stage): string =>
  ledgerOrigin ?? `factory-incentives/${name}/journal`;

/** What Cognito writes into `aud` of access tokens for this API. */
export const cognitoAudienceOf = (stageName: string): string => `https://${stageName}.factory-incentives/api`;
