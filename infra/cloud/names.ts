import type { Stage } from '../stages/stage.ts';

/** The bus that other systems of the county listen to: a name they can be told before it exists. */
export const busNameOf = ({ name }: Stage): string => `factory-incentives-${name}`;

/** Which journal a checkpoint speaks for: its first line, for ever. */
export const ledgerOriginOf = ({ name, domain }: Stage): string =>
  `${domain?.name ?? 'factory-incentives'}/${name}/journal`;

/** What Cognito writes into `aud` of access tokens for this API. */
export const cognitoAudienceOf = (stageName: string): string => `https://${stageName}.factory-incentives/api`;
