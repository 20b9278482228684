import { Stack } from 'aws-cdk-lib';
import { AnyPrincipal, Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IConstruct } from 'constructs';
import { functionDeclarations } from '../../../shared/deployment/functions.ts';
import type { Grant } from '../../../shared/deployment/grants.ts';
import type { Stage } from '../../stages/stage.ts';
import { roleNameOf } from '../names.ts';

/**
 * For the policy of a key: refuses to use it to everybody but the functions that were given `grant`,
 * administrators included. Whoever wants to use it must first change this policy, which CloudTrail records.
 */
export const onlyFor = (
  scope: IConstruct,
  stage: Stage,
  grant: Grant,
  actions: readonly string[],
): PolicyStatement => {
  const roles = functionDeclarations
    .filter(({ grants }) => grants.some((one) => one === grant))
    .map(({ name }) =>
      Stack.of(scope).formatArn({
        service: 'iam',
        region: '',
        resource: 'role',
        resourceName: roleNameOf(stage, name),
      }),
    );
  return new PolicyStatement({
    sid: 'OnlyItsFunctions',
    effect: Effect.DENY,
    principals: [new AnyPrincipal()],
    actions: [...actions],
    resources: ['*'],
    conditions: { StringNotEquals: { 'aws:PrincipalArn': roles } },
  });
};
