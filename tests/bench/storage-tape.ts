import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  BatchGetCommand,
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  TransactWriteCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import type { Tables } from '../../functions/persistence/tables.ts';

type Asked = { readonly command: string; readonly input: object };

/** One case's requests to the store. */
export type Tape = { readonly caseId: string; readonly asked: readonly Asked[] };

/** Notes every request while the work runs. */
export async function record({ client }: Tables, work: () => Promise<unknown>): Promise<readonly Asked[]> {
  const asked: Asked[] = [];
  client.middlewareStack.add(
    (next, { commandName = '' }) =>
      (args) => {
        asked.push({ command: commandName, input: structuredClone(args.input) });
        return next(args);
      },
    { step: 'initialize', name: 'tape' },
  );
  await work();
  client.middlewareStack.remove('tape');
  return asked;
}

const commands = {
  GetItemCommand: (input: object) => new GetCommand(input as never),
  QueryCommand: (input: object) => new QueryCommand(input as never),
  BatchGetItemCommand: (input: object) => new BatchGetCommand(input as never),
  PutItemCommand: (input: object) => new PutCommand(input as never),
  UpdateItemCommand: (input: object) => new UpdateCommand(input as never),
  TransactWriteItemsCommand: (input: object) => new TransactWriteCommand(input as never),
} as const;

const isKnown = (name: string): name is keyof typeof commands => Object.hasOwn(commands, name);

/** A bare SDK client that asks the same as the tape, of another case each time, and does nothing with the answers. */
export function bareClient(endpoint: string) {
  const client = DynamoDBDocumentClient.from(
    new DynamoDBClient({
      region: 'local',
      endpoint,
      credentials: { accessKeyId: 'LOCALKEY', secretAccessKey: 'local-secret' },
    }),
    { marshallOptions: { removeUndefinedValues: true } },
  );
  return {
    play: async ({ caseId, asked }: Tape, anotherCase: string): Promise<void> => {
      for (const { command, input } of asked) {
        if (!isKnown(command)) throw new Error(`no bare ${command}`);
        await client.send(
          commands[command](unconditional(renamed(input, caseId, anotherCase))) as GetCommand,
        );
      }
    },
    stop: () => client.destroy(),
  };
}

/** The same request about another case; bytes stay what they are. */
function renamed(value: unknown, from: string, to: string): object {
  const walk = (one: unknown): unknown => {
    if (typeof one === 'string') return one.replaceAll(from, to);
    if (one instanceof Uint8Array || typeof one !== 'object' || one === null) return one;
    if (Array.isArray(one)) return one.map(walk);
    if (one instanceof Set) return new Set([...one].map(walk));
    return Object.fromEntries(Object.entries(one).map(([name, member]) => [name, walk(member)]));
  };
  return walk(value) as object;
}

type Conditional = {
  ConditionExpression?: string;
  UpdateExpression?: string;
  ExpressionAttributeNames?: Record<string, unknown>;
  ExpressionAttributeValues?: Record<string, unknown>;
};

/** What a second play would be refused for is left out, with the values that only it used. */
function unconditional(input: object): object {
  const { TransactItems } = input as { TransactItems?: Record<string, Conditional>[] };
  if (TransactItems === undefined) return without(input);
  return {
    ...input,
    TransactItems: TransactItems.flatMap((item) => {
      if ('ConditionCheck' in item) return [item];
      return [Object.fromEntries(Object.entries(item).map(([kind, one]) => [kind, without(one)]))];
    }),
  };
}

function without(given: Conditional): Conditional {
  if (given.ConditionExpression === undefined) return given;
  const { ConditionExpression: _, ExpressionAttributeNames, ExpressionAttributeValues, ...rest } = given;
  const used = rest.UpdateExpression ?? '';
  const kept = (all: Record<string, unknown> = {}) =>
    Object.fromEntries(Object.entries(all).filter(([name]) => new RegExp(`${name}\\b`).test(used)));
  const names = kept(ExpressionAttributeNames);
  const values = kept(ExpressionAttributeValues);
  return {
    ...rest,
    ...(Object.keys(names).length > 0 && { ExpressionAttributeNames: names }),
    ...(Object.keys(values).length > 0 && { ExpressionAttributeValues: values }),
  };
}
