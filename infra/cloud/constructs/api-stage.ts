import { RemovalPolicy } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import { CfnStage, HttpStage, type IHttpApi, LogGroupLogDestination } from 'aws-cdk-lib/aws-apigatewayv2';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { routeList } from '../../../shared/api/routes.ts';
import type { Stage } from '../../stages/stage.ts';

/** What is kept of a request: which route, when, how long, how it ended. Nothing of who asked or what for. */
const accessLogFormat = JSON.stringify({
  requestId: '$context.requestId',
  at: '$context.requestTime',
  route: '$context.routeKey',
  status: '$context.status',
  ms: '$context.responseLatency',
  functionMs: '$context.integrationLatency',
  error: '$context.error.responseType',
  refused: '$context.authorizer.error',
});

type ApiStageProps = { readonly api: IHttpApi; readonly stage: Stage };

/** Opens the API: limits on requests, and a log without personal data. */
export class ApiStage extends HttpStage {
  constructor(scope: Construct, id: string, { api, stage }: ApiStageProps) {
    const { throttling, retention } = stage;
    const logGroup = new LogGroup(scope, 'AccessLog', {
      retention: retention.logDays,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    super(scope, id, {
      httpApi: api,
      stageName: '$default',
      autoDeploy: true,
      throttle: { rateLimit: throttling.perSecond, burstLimit: throttling.burst },
      accessLogSettings: {
        destination: new LogGroupLogDestination(logGroup),
        format: AccessLogFormat.custom(accessLogFormat),
      },
    });
    const { defaultChild } = this.node;
    if (!(defaultChild instanceof CfnStage)) throw new Error('CDK made no stage');
    // What needs no token has a limit of its own: a flood of it must not use up everybody’s.
    defaultChild.routeSettings = Object.fromEntries(
      routeList
        .filter(({ access }) => access === 'anyone')
        .map(({ method, path }) => [
          `${method} ${path}`,
          {
            ThrottlingRateLimit: throttling.anonymousPerSecond,
            ThrottlingBurstLimit: throttling.anonymousBurst,
          },
        ]),
    );
  }
}
