import { expect, test } from 'vitest';
import { decideProfile } from '../../shared/enterprises/decide-profile.ts';
import { mostBranches, mostMembers, type Profile } from '../../shared/enterprises/profile.ts';
import { person } from '../support/in-process.ts';

const at = '2026-11-23T02:00:00.000Z';
const founder = person('applicant-gloves');
const member = (account: string) => ({ account, name: '某人', state: 'confirmed' as const, at });
const branch = (number: number) => ({
  id: `branch-${number}`,
  name: `第 ${number} 分厂`,
  town: '610926100',
  address: '药妇沟社区',
  state: 'named' as const,
});
const profile = (members: number, branches: number): Profile => ({
  enterprise: '91610926MA70000000',
  version: 1,
  name: '平利县新城电子有限公司（演示）',
  town: '610926100',
  members: [founder.id, ...Array.from({ length: members - 1 }, (_, index) => `account-${index}`)].map(member),
  branches: Array.from({ length: branches }, (_, index) => branch(index)),
});
const { name, town, address } = branch(1000);
const addBranch = { type: 'add-branch', name, town, address } as const;
const context = (actor = founder) => ({ actor, now: at, newId: 'new' });

test('as many people may act for an enterprise as fit, and one more is told so', () => {
  const asking = context(person('applicant-toys'));
  expect(decideProfile({ type: 'ask-to-act' }, profile(mostMembers - 1, 0), asking).ok).toBe(true);
  expect(decideProfile({ type: 'ask-to-act' }, profile(mostMembers, 0), asking)).toMatchObject({
    refusal: { code: 'profile-full' },
  });
});

test('as many branches are entered as fit, and one more is told so', () => {
  expect(decideProfile(addBranch, profile(1, mostBranches - 1), context()).ok).toBe(true);
  expect(decideProfile(addBranch, profile(1, mostBranches), context())).toMatchObject({
    refusal: { code: 'profile-full' },
  });
});
