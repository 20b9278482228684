import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

/** Where the stores are. Endpoints only where they are not AWS's own. */
export type StoreAddresses = {
  readonly region: string;
  readonly dynamoDbEndpoint?: string | undefined;
  readonly objectStoreEndpoint?: string | undefined;
  readonly credentials?: { readonly accessKeyId: string; readonly secretAccessKey: string } | undefined;
};

/** A person waits for the answer: three tries of five seconds each, then `storage-unavailable`. */
const patienceMs = 5000;

const common = ({ region, credentials }: StoreAddresses, patience: number) => ({
  region,
  ...(credentials && { credentials }),
  maxAttempts: 3,
  // Without the last of these the handler only warns and goes on waiting.
  requestHandler: { connectionTimeout: 1000, requestTimeout: patience, throwOnRequestTimeout: true },
});

/**
 * The SDK makes a copy of every request and answer for a log that it then does not write: a tenth of its time.
 * Nothing here logs what is stored.
 */
const withoutLog = <C extends DynamoDBClient | S3Client>(client: C): C => {
  client.middlewareStack.remove('loggerMiddleware');
  return client;
};

/** Gives up on a request that is not answered within `patience` milliseconds, with a `TimeoutError`. */
export const tableClient = (addresses: StoreAddresses, patience = patienceMs): DynamoDBDocumentClient =>
  DynamoDBDocumentClient.from(
    withoutLog(
      new DynamoDBClient({
        ...common(addresses, patience),
        ...(addresses.dynamoDbEndpoint && { endpoint: addresses.dynamoDbEndpoint }),
      }),
    ),
    { marshallOptions: { removeUndefinedValues: true } },
  );

export const objectClient = (addresses: StoreAddresses, patience = patienceMs): S3Client =>
  withoutLog(
    new S3Client({
      ...common(addresses, patience),
      // Path style is what every S3-compatible store understands; AWS itself gets its own host names.
      ...(addresses.objectStoreEndpoint && { endpoint: addresses.objectStoreEndpoint, forcePathStyle: true }),
    }),
  );
