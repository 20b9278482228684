import { Stack } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** The condition that a key is used only by way of a service, never by calling KMS itself. */
export const through = (service: 'dynamodb' | 's3', scope: IConstruct) => {
  const { region } = Stack.of(scope);
  const global = `${service}.${region}.amazonaws.com`;
  // China's documentation shows both spellings, depending on the service.
  return {
    StringEquals: { 'kms:ViaService': region.startsWith('cn-') ? [global, `${global}.cn`] : global },
  };
};
