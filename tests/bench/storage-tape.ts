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

/**
 * A bare SDK client that asks the same as the tape, of another case each time, and does nothing with the answers.
 * The tape is made ready beforehand: what is measured is the SDK, not the copying of requests.
 */
export function bareClient(endpoint: string, { caseId, asked }: Tape) {
  const client = DynamoDBDocumentClient.from(
    new DynamoDBClient({
      region: 'local',
      endpoint,
      credentials: { accessKeyId: 'LOCALKEY', secretAccessKey: 'local-secret' },
    }),
    { marshallOptions: { removeUndefinedValues: true } },
  );
  const requests = asked.map(({ command, input }) => {
    if (!isKnown(command)) throw new Error(`no bare ${command}`);
    const about = renaming(unconditional(input), caseId);
    return (anotherCase: string) => commands[command](about(anotherCase) as object) as GetCommand;
  });
  return {
    play: async (anotherCase: string): Promise<void> => {
      for (const request of requests) await client.send(request(anotherCase));
    },
    stop: () => client.destroy(),
  };
}

type Renamed = (to: string) => unknown;

/** The same about another case. What does not name the case, bytes among it, is used again as it is. */
function renaming(value: unknown, from: string): Renamed {
  const names = (one: unknown): boolean => {
    if (typeof one === 'string') return one.includes(from);
    if (one instanceof Uint8Array || typeof one !== 'object' || one === null) return false;
    return (one instanceof Set ? [...one] : Object.values(one)).some(names);
  };
  if (!names(value)) return () => value;
  if (typeof value === 'string') return (to) => value.replaceAll(from, to);
  if (value instanceof Set) {
    const members = [...value].map((member) => renaming(member, from));
    return (to) => new Set(members.map((member) => member(to)));
  }
  if (Array.isArray(value)) {
    const members = value.map((member) => renaming(member, from));
    return (to) => members.map((member) => member(to));
  }
  const members = Object.entries(value as object).map(
    ([name, member]) => [name, renaming(member, from)] as const,
  );
  return (to) => Object.fromEntries(members.map(([name, member]) => [name, member(to)]));
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
