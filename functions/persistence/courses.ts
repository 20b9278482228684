import * as z from 'zod';
import { yearOf } from '../../shared/calendar/date.ts';
import { dateInShanghai } from '../../shared/calendar/instant.ts';
import {
  type CoursePlan,
  CoursePlanSchema,
  type CourseRef,
  type CourseWishes,
} from '../../shared/courses/course.ts';
import {
  courseApplicationKey,
  coursePlanKey,
  coursesPartition,
  courseWishKey,
  courseWishReceiptKey,
} from './keys.ts';
import { readItem, readPartition, type Tables } from './tables.ts';
import { type ConditionalWrite, commit, moved } from './transaction.ts';

const WishesSchema = z.object({ wishes: z.int() });

/** As long as a browser may ask again because an answer got lost; afterwards the wish is a number only. */
const receiptSeconds = 7200;

type Wish = { readonly commandId: string; readonly town: string; readonly occupation: string };

/** One wish more: a counter, and for a short time the id by which the same wish is known when it comes again. */
export async function countWish(
  tables: Tables,
  { commandId, town, occupation }: Wish,
  now: string,
): Promise<CourseWishes> {
  const key = courseWishKey(town, yearOf(dateInShanghai(now)), occupation);
  await commit(tables, [
    {
      action: {
        Put: {
          TableName: tables.registry,
          Item: {
            ...courseWishReceiptKey(commandId),
            expires: Math.floor(Date.parse(now) / 1000) + receiptSeconds,
          },
          ConditionExpression: 'attribute_not_exists(pk)',
        },
      },
      failure: () => moved,
    },
    {
      action: {
        Update: {
          TableName: tables.registry,
          Key: key,
          UpdateExpression: 'ADD wishes :one',
          ExpressionAttributeValues: { ':one': 1 },
        },
      },
      failure: () => moved,
    },
  ]);
  return { occupation, ...WishesSchema.parse(await readItem(tables, key)) };
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

/** A draft was started from a course; the draft may be discarded, so what counts is whether there is a case. */
export const courseApplicationWrite = (
  tables: Tables,
  { town, plan }: CourseRef,
  caseId: string,
): ConditionalWrite => ({
  action: {
    Put: { TableName: tables.registry, Item: { caseId, ...courseApplicationKey(town, plan, caseId) } },
  },
  failure: () => moved,
});

const AppliedSchema = z.object({ caseId: z.string() });

export async function readCourseApplications(tables: Tables, { town, plan }: CourseRef): Promise<string[]> {
  const { sk: prefix } = courseApplicationKey(town, plan, '');
  const items = await readPartition(tables, tables.registry, coursesPartition(town), prefix);
  return items.map((item) => AppliedSchema.parse(item).caseId);
}
