import { accept, type Outcome } from '../../shared/api/errors.ts';
import { offices } from '../../shared/identity/office.ts';
import { towns } from '../../shared/identity/town.ts';
import type { Text } from '../../shared/language/text.ts';
import { type Settings, setting } from '../compose.ts';

/** How people sign in: the settings of the portal's client at the issuer. */
export type SignInSettings = {
  readonly issuer: string;
  readonly clientId: string;
  readonly scope: string;
  /** Audience of the access tokens the API accepts. */
  readonly resource: string;
};

type Config = SignInSettings & {
  offices: { id: string; kind: string; name: Text; town?: string }[];
  towns: { code: string; name: Text }[];
};

export const portalConfig = (signIn: SignInSettings) => async (): Promise<Outcome<Config>> =>
  accept({
    ...signIn,
    offices: offices.map(({ id, kind, name, town }) => ({
      id,
      kind,
      name,
      ...(town !== undefined && { town }),
    })),
    towns: towns.map(({ code, name }) => ({ code, name })),
  });

export const signInSettings = (settings: Settings): SignInSettings => ({
  issuer: setting(settings, 'ISSUER'),
  clientId: setting(settings, 'CLIENT_ID'),
  scope: setting(settings, 'SCOPE'),
  resource: setting(settings, 'AUDIENCE'),
});
