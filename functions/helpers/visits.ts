import * as z from 'zod';
import type { FactoryVisit } from '../../shared/helpers/helper.ts';
import { readChain } from '../persistence/journal.ts';
import { helperChain } from '../persistence/keys.ts';
import type { Tables } from '../persistence/tables.ts';

const VisitedSchema = z.object({ visitedOn: z.iso.date(), notes: z.string() });

/** The visit log of an enterprise in a town, newest first. */
export async function visitsTo(tables: Tables, town: string, enterprise: string): Promise<FactoryVisit[]> {
  const events = await readChain(tables, helperChain(town, enterprise));
  return events
    .filter(({ type }) => type === 'factory-visited')
    .map(({ data, at }) => ({ ...VisitedSchema.parse(data), at }))
    .toReversed();
}
