import type { Metric, MetricOptions } from 'aws-cdk-lib/aws-cloudwatch';
import { Table } from 'aws-cdk-lib/aws-dynamodb';
import { Construct } from 'constructs';
import type { TableDeclaration } from '../../../shared/storage/tables.ts';

/** What the other stacks need of a table, whether this stage made it or goes on with a restored one. */
export type KeptTable = {
  readonly tableName: string;
  readonly tableArn: string;
  readonly tableStreamArn?: string | undefined;
  /** The table and each of its indexes by name, so that no policy needs a wildcard. */
  readonly readableArns: string[];
  metric(name: string, options?: MetricOptions): Metric;
};

type RestoredTableProps = { readonly name: string; readonly stream?: string };

/** A table that was restored from a backup under another name; its settings are not this deployment’s. */
export class RestoredTable extends Construct implements KeptTable {
  readonly tableName: string;
  readonly tableArn: string;
  readonly tableStreamArn?: string | undefined;
  readonly readableArns: string[];
  readonly metric: KeptTable['metric'];

  constructor(scope: Construct, declaration: TableDeclaration, { name, stream }: RestoredTableProps) {
    super(scope, `Restored${declaration.name}`);
    const table = Table.fromTableAttributes(this, 'Table', {
      tableName: name,
      ...(stream !== undefined && { tableStreamArn: stream }),
    });
    this.tableName = table.tableName;
    this.tableArn = table.tableArn;
    this.tableStreamArn = stream;
    this.readableArns = readableArnsOf(table.tableArn, declaration);
    this.metric = (metricName, options) => table.metric(metricName, options);
  }
}

export const readableArnsOf = (tableArn: string, { indexes }: TableDeclaration): string[] => [
  tableArn,
  ...indexes.map(({ name }) => `${tableArn}/index/${name}`),
];
