import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { type CoursePlan, CoursePlanSchema, type CourseWishes } from '../../shared/courses/course.ts';
import { coursePlanKey, coursesPartition, courseWishKey } from './keys.ts';
import { answering } from './storage-unavailable.ts';
import { readItem, readPartition, type Tables } from './tables.ts';
import { type ConditionalWrite, moved } from './transaction.ts';

const WishesSchema = z.object({ wishes: z.int() });

/** One wish more; a counter and nothing else. */
export async function countWish(
  { client, registry }: Tables,
  town: string,
  year: number,
  occupation: string,
): Promise<CourseWishes> {
  const { Attributes } = await answering(
    client.send(
      new UpdateCommand({
        TableName: registry,
        Key: courseWishKey(town, year, occupation),
        UpdateExpression: 'ADD wishes :one',
        ExpressionAttributeValues: { ':one': 1 },
        ReturnValues: 'ALL_NEW',
      }),
    ),
  );
  return { occupation, ...WishesSchema.parse(Attributes) };
}

const WishItemSchema = z.object({ sk: z.string(), wishes: z.int() });

/** What was wished for in a year, the most wanted first. */
export async function readWishes(tables: Tables, town: string, year: number): Promise<CourseWishes[]> {
  const prefix = courseWishKey(town, year, '').sk;
  const items = await readPartition(tables, tables.registry, coursesPartition(town), prefix);
  return items
    .map((item) => WishItemSchema.parse(item))
    .map(({ sk, wishes }) => ({ occupation: sk.slice(prefix.length), wishes }))
    .toSorted((one, other) => other.wishes - one.wishes);
}

const planOf = (item: object): CoursePlan => CoursePlanSchema.strip().parse(item);

export async function readPlans(tables: Tables, town: string): Promise<CoursePlan[]> {
  const { sk: prefix } = coursePlanKey(town, '');
  return (await readPartition(tables, tables.registry, coursesPartition(town), prefix)).map(planOf);
}

export async function readPlan(tables: Tables, town: string, id: string): Promise<CoursePlan | undefined> {
  const item = await readItem(tables, coursePlanKey(town, id));
  return item && planOf(item);
}

export const planWrite = (tables: Tables, plan: CoursePlan): ConditionalWrite => ({
  action: {
    Put: {
      TableName: tables.registry,
      Item: { ...plan, ...coursePlanKey(plan.town, plan.id) },
      ConditionExpression: 'attribute_not_exists(pk)',
    },
  },
  failure: () => moved,
});
