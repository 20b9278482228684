import { ArnFormat, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Construct } from 'constructs';

/**
 * Where alarms ring: encrypted, over TLS, and only for this account's alarms. The topic’s policy must name
 * CloudWatch, because demanding TLS replaces the policy that lets an account's own alarms publish; the key’s
 * must too, because CloudWatch calls KMS itself. Without either an alarm goes off and nobody hears it.
 */
export class AlarmTopic extends Topic {
  constructor(scope: Construct, id: string, email: string) {
    const key = new Key(scope, 'AlarmKey', {
      description: 'Encrypts alarms on their way',
      enableKeyRotation: true,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    super(scope, id, { enforceSSL: true, masterKey: key });
    const stack = Stack.of(this);
    const anAlarmOfOurs = {
      principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
      conditions: {
        StringEquals: { 'aws:SourceAccount': stack.account },
        ArnLike: {
          'aws:SourceArn': stack.formatArn({
            service: 'cloudwatch',
            resource: 'alarm',
            resourceName: '*',
            arnFormat: ArnFormat.COLON_RESOURCE_NAME,
          }),
        },
      },
    };
    key.addToResourcePolicy(
      new PolicyStatement({
        ...anAlarmOfOurs,
        actions: ['kms:GenerateDataKey*', 'kms:Decrypt'],
        resources: ['*'],
      }),
    );
    this.addToResourcePolicy(
      new PolicyStatement({ ...anAlarmOfOurs, actions: ['sns:Publish'], resources: [this.topicArn] }),
    );
    this.addSubscription(new EmailSubscription(email));
  }
}
