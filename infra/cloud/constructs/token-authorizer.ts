import {
  HttpAuthorizer,
  HttpAuthorizerType,
  type IHttpApi,
  type IHttpRouteAuthorizer,
} from 'aws-cdk-lib/aws-apigatewayv2';
import type { Construct } from 'constructs';

type TokenAuthorizerProps = {
  readonly api: IHttpApi;
  readonly issuer: string;
  readonly audience: string;
  readonly clientId: string;
};

/** Lets in who brings an access token of the issuer. One that names no audience names the client: either will do. */
export function tokenAuthorizer(
  scope: Construct,
  { api, issuer, audience, clientId }: TokenAuthorizerProps,
): IHttpRouteAuthorizer {
  const { authorizerId } = new HttpAuthorizer(scope, 'Authorizer', {
    httpApi: api,
    type: HttpAuthorizerType.JWT,
    identitySource: ['$request.header.Authorization'],
    jwtIssuer: issuer,
    jwtAudience: [audience, clientId],
  });
  return HttpAuthorizer.fromHttpAuthorizerAttributes(scope, 'Token', { authorizerId, authorizerType: 'JWT' });
}
