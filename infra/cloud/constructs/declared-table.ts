import { RemovalPolicy } from 'aws-cdk-lib';
import {
  AttributeType,
  BillingMode,
  ProjectionType,
  type StreamViewType,
  Table,
  TableEncryption,
} from 'aws-cdk-lib/aws-dynamodb';
import type { PolicyDocument } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import type { KeyAttribute, TableDeclaration } from '../../../shared/storage/tables.ts';
import { type KeptTable, readableArnsOf } from './kept-table.ts';

type DeclaredTableProps = {
  readonly key: IKey;
  readonly stream?: StreamViewType;
  readonly resourcePolicy?: PolicyDocument;
};

/** A table exactly as declared, with everything that keeps its content: backups of every second, no deletion. */
export class DeclaredTable extends Table implements KeptTable {
  readonly #declaration: TableDeclaration;

  constructor(
    scope: Construct,
    declaration: TableDeclaration,
    { key, stream, resourcePolicy }: DeclaredTableProps,
  ) {
    super(scope, declaration.name, {
      partitionKey: attribute(declaration.partitionKey),
      sortKey: attribute(declaration.sortKey),
      billingMode: BillingMode.PAY_PER_REQUEST,
      encryption: TableEncryption.CUSTOMER_MANAGED,
      encryptionKey: key,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true, recoveryPeriodInDays: 35 },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
      ...(declaration.expiryAttribute !== undefined && { timeToLiveAttribute: declaration.expiryAttribute }),
      ...(stream !== undefined && { stream }),
      ...(resourcePolicy !== undefined && { resourcePolicy }),
    });
    this.#declaration = declaration;
    for (const { name, partitionKey, sortKey, projection } of declaration.indexes) {
      this.addGlobalSecondaryIndex({
        indexName: name,
        partitionKey: attribute(partitionKey),
        sortKey: attribute(sortKey),
        ...(projection === 'keys-only'
          ? { projectionType: ProjectionType.KEYS_ONLY }
          : { projectionType: ProjectionType.INCLUDE, nonKeyAttributes: [...projection] }),
      });
    }
  }

  get readableArns(): string[] {
    return readableArnsOf(this.tableArn, this.#declaration);
  }
}

const attribute = ({ name, type }: KeyAttribute) => ({
  name,
  type: type === 'S' ? AttributeType.STRING : AttributeType.NUMBER,
});
