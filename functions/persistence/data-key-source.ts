import { readFile } from 'node:fs/promises';
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { DecryptCommand, GenerateDataKeyCommand, type KMSClient } from '@aws-sdk/client-kms';
import { type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { type DataKey, dataKeyOf } from './data-key.ts';
import { wrappedDataKey } from './keys.ts';

/** On one's own machine: 32 random bytes in a file that only its owner can read. */
export const dataKeyFromFile = async (path: string): Promise<DataKey> => dataKeyOf(await readFile(path));

const WrappedSchema = z.object({ wrapped: z.instanceof(Uint8Array) });

/**
 * In the cloud: the root lies in the registry, wrapped by a KMS key, and is made by whoever needs it first.
 * One KMS call per cold start, none per request.
 */
export async function dataKeyFromKms(
  kms: KMSClient,
  keyId: string,
  tables: DynamoDBDocumentClient,
  registry: string,
): Promise<DataKey> {
  const context = { EncryptionContext: { purpose: 'factory-incentives-data-key' } };
  const kept = async (): Promise<Uint8Array | undefined> => {
    const { Item } = await tables.send(
      new GetCommand({ TableName: registry, Key: wrappedDataKey, ConsistentRead: true }),
    );
    return Item && WrappedSchema.parse(Item).wrapped;
  };
  const make = async (): Promise<void> => {
    const made = await kms.send(new GenerateDataKeyCommand({ KeyId: keyId, NumberOfBytes: 32, ...context }));
    await tables
      .send(
        new PutCommand({
          TableName: registry,
          Item: { ...wrappedDataKey, wrapped: made.CiphertextBlob },
          ConditionExpression: 'attribute_not_exists(pk)',
        }),
      )
      .catch((error: unknown) => {
        // Another function was first: its key is the key.
        if (!(error instanceof ConditionalCheckFailedException)) throw error;
      });
  };
  if ((await kept()) === undefined) await make();
  const { Plaintext } = await kms.send(
    new DecryptCommand({ KeyId: keyId, CiphertextBlob: await kept(), ...context }),
  );
  if (Plaintext === undefined) throw new Error('KMS gave no data key');
  return dataKeyOf(Plaintext);
}
