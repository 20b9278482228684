import type { ErrorCode } from '../../shared/api/errors.ts';
import { lockKey } from './keys.ts';
import type { Tables } from './tables.ts';
import { type ConditionalWrite, moved, refused } from './transaction.ts';

/** Held by one case at a time; whoever finds it taken is told by which. */
export const takeLock = (
  tables: Tables,
  lock: string,
  caseId: string,
  refusal: ErrorCode,
): ConditionalWrite => ({
  action: {
    Put: {
      TableName: tables.registry,
      Item: { ...lockKey(lock), caseId },
      ConditionExpression: 'attribute_not_exists(pk)',
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
    },
  },
  failure: (standing) => refused({ code: refusal, params: { caseId: standing?.caseId?.S ?? '' } }),
});

/** Nobody releases what another case holds. */
export const releaseLock = (tables: Tables, lock: string, caseId: string): ConditionalWrite => ({
  action: {
    Delete: {
      TableName: tables.registry,
      Key: lockKey(lock),
      ConditionExpression: 'attribute_not_exists(pk) OR caseId = :caseId',
      ExpressionAttributeValues: { ':caseId': caseId },
    },
  },
  failure: () => moved,
});
