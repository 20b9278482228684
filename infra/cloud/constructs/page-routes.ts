import {
  HttpMethod,
  HttpNoneAuthorizer,
  HttpRoute,
  HttpRouteKey,
  type IHttpApi,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { Construct } from 'constructs';
import type { DeclaredFunction } from './declared-function.ts';

type PageRoutesProps = { readonly api: IHttpApi; readonly page: DeclaredFunction };

/** Every address that is no route of the API: the portal’s one page. A greedy slot does not match the root. */
export class PageRoutes extends Construct {
  constructor(scope: Construct, id: string, { api, page }: PageRoutesProps) {
    super(scope, id);
    const integration = new HttpLambdaIntegration('Page', page.lambda, { scopePermissionToRoute: false });
    for (const [name, path] of [
      ['Root', '/'],
      ['Address', '/{address+}'],
    ] as const) {
      new HttpRoute(this, name, {
        httpApi: api,
        routeKey: HttpRouteKey.with(path, HttpMethod.GET),
        integration,
        authorizer: new HttpNoneAuthorizer(),
      });
    }
  }
}
