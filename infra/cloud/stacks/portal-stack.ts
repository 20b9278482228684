import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import type { Construct } from 'constructs';
import type { Stage } from '../../stages/stage.ts';
import { ChinaPortalDistribution } from '../constructs/china-portal-distribution.ts';
import { PortalBucket } from '../constructs/portal-bucket.ts';
import { PortalDistribution } from '../constructs/portal-distribution.ts';
import { PortalFiles } from '../constructs/portal-files.ts';
import { connectTo } from '../settings.ts';
import type { DataStack } from './data-stack.ts';

type PortalStackProps = StackProps & {
  readonly stage: Stage;
  readonly data: DataStack;
  /** Folder that the portal was built into. */
  readonly portal: string;
};

/**
 * The one address people know. The API is born here, still empty: the distribution must name the API, the
 * issuer must know the distribution, and the API’s authorizer must know the issuer.
 */
export class PortalStack extends Stack {
  readonly api: HttpApi;
  /** Scheme and host that people type. */
  readonly origin: string;

  constructor(scope: Construct, id: string, { stage, data, portal, ...props }: PortalStackProps) {
    super(scope, id, props);
    this.api = new HttpApi(this, 'Api', {
      apiName: `factory-incentives-${stage.name}`,
      createDefaultStage: false,
    });
    const bucket = new PortalBucket(this, 'Portal');
    const { domain } = stage;

    if (stage.partition === 'aws-cn' && domain !== undefined) {
      new ChinaPortalDistribution(this, 'Distribution', { bucket, api: this.api, domain });
      new PortalFiles(this, 'Files', { bucket, built: portal });
      this.origin = `https://${domain.name}`;
    } else {
      const distribution = new PortalDistribution(this, 'Distribution', {
        bucket,
        api: this.api,
        connectTo: connectTo(stage, data),
        domain,
      });
      new PortalFiles(this, 'Files', { bucket, built: portal, distribution });
      // Exported even where a domain takes its place: the API still imports it when the domain is added.
      this.exportValue(distribution.distributionDomainName);
      this.origin = `https://${domain?.name ?? distribution.distributionDomainName}`;
    }
    new CfnOutput(this, 'PortalAddress', { value: this.origin });
  }
}
