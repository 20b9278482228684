import {
  HttpMethod,
  HttpNoneAuthorizer,
  HttpRoute,
  HttpRouteKey,
  type IHttpApi,
  type IHttpRouteAuthorizer,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { Construct } from 'constructs';
import { routeList } from '../../../shared/api/routes.ts';
import type { DeclaredFunction } from './declared-function.ts';

type ApiRoutesProps = {
  readonly api: IHttpApi;
  readonly authorizer: IHttpRouteAuthorizer;
  readonly functions: readonly DeclaredFunction[];
  /** One of these must be in a token, where the issuer is known to write scopes: ID tokens have none. */
  readonly scopes: readonly string[];
};

/** Every declared route, led to the function of its audience; a token is asked for unless anyone may call. */
export class ApiRoutes extends Construct {
  constructor(scope: Construct, id: string, { api, authorizer, functions, scopes }: ApiRoutesProps) {
    super(scope, id);
    for (const { declaration, lambda } of functions) {
      const integration = new HttpLambdaIntegration(declaration.name, lambda, {
        scopePermissionToRoute: false,
      });
      const audiences = declaration.triggers.flatMap((trigger) =>
        trigger.kind === 'routes' ? [trigger.audience] : [],
      );
      for (const route of routeList.filter(({ audience }) => audiences.includes(audience))) {
        new HttpRoute(this, route.id, {
          httpApi: api,
          routeKey: HttpRouteKey.with(route.path, HttpMethod[route.method]),
          integration,
          ...(route.access === 'anyone'
            ? { authorizer: new HttpNoneAuthorizer() }
            : { authorizer, authorizationScopes: [...scopes] }),
        });
      }
    }
  }
}
