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

const common = ({ region, credentials }: StoreAddresses) => ({
  region,
  ...(credentials && { credentials }),
  // A person waits for the answer: three tries within seconds, then `storage-unavailable`.
  maxAttempts: 3,
  requestHandler: { connectionTimeout: 1000, requestTimeout: 5000 },
});

export const tableClient = (addresses: StoreAddresses): DynamoDBDocumentClient =>
  DynamoDBDocumentClient.from(
    new DynamoDBClient({
      ...common(addresses),
      ...(addresses.dynamoDbEndpoint && { endpoint: addresses.dynamoDbEndpoint }),
    }),
    { marshallOptions: { removeUndefinedValues: true } },
  );

export const objectClient = (addresses: StoreAddresses): S3Client =>
  new S3Client({
    ...common(addresses),
    // Path style is what every S3-compatible store understands; AWS itself gets its own host names.
    ...(addresses.objectStoreEndpoint && { endpoint: addresses.objectStoreEndpoint, forcePathStyle: true }),
  });
