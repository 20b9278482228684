import type { PreTokenGenerationV2TriggerEvent } from 'aws-lambda';
import { expect, test } from 'vitest';
import { handler } from '../../functions/claims/index.ts';
import { actorOf } from '../../functions/http/actor-of.ts';
import { ClaimsMappingSchema } from '../../shared/identity/claims-mapping.ts';

const claimsOf = async (attributes: Record<string, string>, groups: string[]) => {
  const event = {
    request: { userAttributes: attributes, groupConfiguration: { groupsToOverride: groups } },
    response: {},
  } as unknown as PreTokenGenerationV2TriggerEvent;
  const answer: PreTokenGenerationV2TriggerEvent = await handler(event, {} as never, () => undefined);
  return answer.response.claimsAndScopeOverrideDetails!.accessTokenGeneration!.claimsToAddOrOverride!;
};
const actor = async (attributes: Record<string, string>, groups: string[]) =>
  actorOf({ sub: 'a1', ...(await claimsOf(attributes, groups)) }, ClaimsMappingSchema.parse({}));

test('somebody in no group is an applicant', async () => {
  expect(await actor({ name: '王建国' }, [])).toEqual({
    id: 'a1',
    roles: ['applicant'],
    displayName: '王建国',
  });
});

test('an official has the roles of their groups, and their office and town', async () => {
  const attributes = { name: '李敏', 'custom:office': 'town-610926100', 'custom:town': '610926100' };
  expect(await actor(attributes, ['reviewer', 'supervisor'])).toEqual({
    id: 'a1',
    roles: ['reviewer', 'supervisor'],
    displayName: '李敏',
    office: 'town-610926100',
    town: '610926100',
  });
});

test('a group that is no role of ours gives nothing', async () => {
  expect(await actor({ name: '赵' }, ['administrators'])).toBeUndefined();
});
