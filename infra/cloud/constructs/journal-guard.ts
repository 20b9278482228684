import { AnyPrincipal, Effect, PolicyDocument, PolicyStatement } from 'aws-cdk-lib/aws-iam';

/**
 * Refuses every change and removal in the Journal to everybody, administrators included: whoever wants to
 * alter an event must first change this policy, which CloudTrail records. (A put over an existing event
 * cannot be told apart by IAM; the condition on every put and the sealed log answer that.)
 */
export const journalGuard = (): PolicyDocument =>
  new PolicyDocument({
    statements: [
      new PolicyStatement({
        sid: 'EventsAreNeverChanged',
        effect: Effect.DENY,
        principals: [new AnyPrincipal()],
        actions: [
          'dynamodb:UpdateItem',
          'dynamodb:DeleteItem',
          'dynamodb:BatchWriteItem',
          'dynamodb:PartiQLUpdate',
          'dynamodb:PartiQLDelete',
        ],
        // The table itself: naming its ARN here would make it depend on itself.
        resources: ['*'],
      }),
    ],
  });
