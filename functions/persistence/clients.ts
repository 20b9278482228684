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

/** Gives up on a request that is not answered within `patience` milliseconds, with a `TimeoutError`. */
export const tableClient = (addresses: StoreAddresses, patience = patienceMs): DynamoDBDocumentClient =>
  DynamoDBDocumentClient.from(
    new DynamoDBClient({
      ...common(addresses, patience),
      ...(addresses.dynamoDbEndpoint && { endpoint: addresses.dynamoDbEndpoint }),
    }),
    { marshallOptions: { removeUndefinedValues: true } },
  );

export const objectClient = (addresses: StoreAddresses, patience = patienceMs): S3Client =>
  new S3Client({
    ...common(addresses, patience),
    // Path style is what every S3-compatible store understands; AWS itself gets its own host names.
    ...(addresses.objectStoreEndpoint && { endpoint: addresses.objectStoreEndpoint, forcePathStyle: true }),
  });
