import { accept, type Outcome, refuse } from '../../shared/api/errors.ts';
import { mergeCountWrites } from '../persistence/award-count.ts';
import { readProfile } from '../persistence/enterprise.ts';
import { headOfficeOf, joinWrites } from '../persistence/head-office.ts';
import { capKey, headOfficeKey, profileKey, standingKey } from '../persistence/keys.ts';
import { mergeRecoveryWrites } from '../persistence/standing.ts';
import { readItem, readItems } from '../persistence/tables.ts';
import { type ConditionalWrite, moved } from '../persistence/transaction.ts';
import type { System } from '../system.ts';

/**
 * What it takes that a branch counts with its head office from now on: the link, and everything that was
 * counted for the branch so far. An approval that counts at the same moment makes either of the two look again.
 * Refuses with `already-asked` where the branch is joined already, or either has branches or a head office.
 */
export async function joiningWrites(
  { tables, programmes }: System,
  branch: string,
  headOffice: string,
): Promise<Outcome<readonly ConditionalWrite[]>> {
  const links = await readItems(tables, [headOfficeKey(branch), headOfficeKey(headOffice)]);
  if (links.some((item) => headOfficeOf(item) !== undefined)) return refuse('already-asked');
  const own = await readProfile(tables, branch);
  if (own?.profile.branches.some(({ state }) => state === 'confirmed')) return refuse('already-asked');

  const ids = (await programmes.entries()).map(({ id }) => id);
  const caps = await Promise.all(
    ids.map(async (id) => {
      const [from, to] = [`${id}:${branch}`, `${id}:${headOffice}`];
      return mergeCountWrites(tables, from, to, await readItem(tables, capKey(from)));
    }),
  );
  const standing = await readItem(tables, standingKey(branch));
  return accept([
    ...joinWrites(tables, branch, headOffice),
    {
      action: {
        ConditionCheck: {
          TableName: tables.registry,
          Key: profileKey(branch),
          ...(own === undefined
            ? { ConditionExpression: 'attribute_not_exists(pk)' }
            : {
                ConditionExpression: '#version = :version',
                ExpressionAttributeNames: { '#version': 'version' },
                ExpressionAttributeValues: { ':version': own.profile.version },
              }),
        },
      },
      failure: () => moved,
    },
    ...caps.flat(),
    ...mergeRecoveryWrites(tables, branch, headOffice, standing),
  ]);
}
