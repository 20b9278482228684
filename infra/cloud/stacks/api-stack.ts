import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import type { Construct } from 'constructs';
import {
  type FunctionDeclaration,
  functionDeclarations,
  startsOn,
  type Trigger,
} from '../../../shared/deployment/functions.ts';
import type { Stage } from '../../stages/stage.ts';
import { ApiRoutes } from '../constructs/api-routes.ts';
import { ApiStage } from '../constructs/api-stage.ts';
import { CognitoIssuer } from '../constructs/cognito-issuer.ts';
import { DeclaredFunction } from '../constructs/declared-function.ts';
import { PageRoutes } from '../constructs/page-routes.ts';
import { tokenAuthorizer } from '../constructs/token-authorizer.ts';
import { statementsFor } from '../grant-statements.ts';
import { cognitoAudienceOf } from '../names.ts';
import type { Settings } from '../settings.ts';
import type { DataStack } from './data-stack.ts';
import type { PortalStack } from './portal-stack.ts';

type ApiStackProps = StackProps & {
  readonly stage: Stage;
  readonly data: DataStack;
  readonly portal: PortalStack;
  readonly bundles: string;
  readonly settings: Settings;
};

/** Who signs people in, as the API and the portal need to know it. */
type Issuer = {
  readonly issuer: string;
  readonly clientId: string;
  readonly audience: string;
  readonly scope: string;
};

/** The API: an issuer, an authorizer, one function per audience, every declared route. */
export class ApiStack extends Stack {
  readonly functions: readonly DeclaredFunction[];
  readonly stage: ApiStage;

  constructor(
    scope: Construct,
    id: string,
    { stage, data, portal, bundles, settings, ...props }: ApiStackProps,
  ) {
    super(scope, id, props);
    // Named, not shared: what is added to it here belongs to this stack.
    const api = HttpApi.fromHttpApiAttributes(this, 'Api', { httpApiId: portal.api.apiId });
    const declared = (kind: Trigger['kind'], more: Settings = {}): DeclaredFunction[] =>
      functionDeclarations
        .filter((declaration) => startsOn(declaration, kind))
        .map(
          (declaration: FunctionDeclaration) =>
            new DeclaredFunction(this, declaration, {
              stage,
              bundles,
              settings: { ...settings, ...more },
              statements: statementsFor(declaration, { stage, data }),
            }),
        );

    const signIn = stage.identity.kind === 'cognito' ? declared('sign-in') : [];
    const issuer = this.#issuer(stage, portal.origin, signIn);
    const functions = declared('routes', {
      ISSUER: issuer.issuer,
      CLIENT_ID: issuer.clientId,
      AUDIENCE: issuer.audience,
      SCOPE: issuer.scope,
    });
    const pages = stage.partition === 'aws-cn' ? declared('page') : [];
    this.functions = [...functions, ...pages, ...signIn];

    const authorizer = tokenAuthorizer(this, { api, ...issuer });
    const scopes = stage.identity.kind === 'cognito' ? ['openid'] : [];
    const routes = new ApiRoutes(this, 'Routes', { api, functions, authorizer, scopes });
    for (const page of pages) new PageRoutes(this, 'Pages', { api, page });
    this.stage = new ApiStage(this, 'Stage', { api, stage });
    this.stage.node.addDependency(routes);
  }

  #issuer(
    { identity, name, mail }: Stage,
    portalOrigin: string,
    [claims]: readonly DeclaredFunction[],
  ): Issuer {
    if (identity.kind === 'oidc') return identity;
    if (claims === undefined) throw new Error('Cognito needs the function that writes claims');
    const { userPoolId, issuer, clientId, audience } = new CognitoIssuer(this, 'Issuer', {
      signInPrefix: identity.signInPrefix,
      audience: cognitoAudienceOf(name),
      portalOrigin,
      ...(mail.kind === 'ses' && { sender: mail.sender }),
      claims: claims.lambda,
    });
    new CfnOutput(this, 'UserPool', { value: userPoolId });
    return { issuer, clientId, audience, scope: 'openid profile' };
  }
}
