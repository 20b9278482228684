import { Duration } from 'aws-cdk-lib';
import { type IMetric, MathExpression, Metric } from 'aws-cdk-lib/aws-cloudwatch';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { KeptTable } from './constructs/kept-table.ts';

const fiveMinutes = Duration.minutes(5);

/** Runs that ended in an error or ran out of time. */
export const failures = (lambda: LambdaFunction): Metric =>
  lambda.metricErrors({ statistic: 'Sum', period: fiveMinutes });

/** Messages that wait for a person. */
export const deadLetters = (queue: Queue): Metric =>
  queue.metricApproximateNumberOfMessagesVisible({ statistic: 'Maximum', period: fiveMinutes });

/** Milliseconds by which the oldest event that the doorbell rang for still waits. */
export const sealingDelay = (lambda: LambdaFunction): Metric =>
  lambda.metric('IteratorAge', { statistic: 'Maximum', period: fiveMinutes });

/** Runs in a quarter of an hour: none means that the schedule or the function stands still. */
export const missedRuns = (lambda: LambdaFunction): Metric =>
  lambda.metricInvocations({ statistic: 'Sum', period: Duration.minutes(15) });

/** Invocations turned away: all functions of the account share one limit, so the figure is the account’s. */
export const throttled = (): Metric =>
  new Metric({
    namespace: 'AWS/Lambda',
    metricName: 'Throttles',
    statistic: 'Sum',
    period: fiveMinutes,
    label: 'functions',
  });

/** Reads and writes that DynamoDB turned away, over all tables. */
export const refusedWrites = (tables: readonly KeptTable[]): IMetric =>
  sum(
    tables.flatMap((table) =>
      ['ReadThrottleEvents', 'WriteThrottleEvents'].map((name) =>
        table.metric(name, { statistic: 'Sum', period: fiveMinutes }),
      ),
    ),
  );

/** Capacity that a table used in five minutes. */
export const capacity = (table: KeptTable): Metric[] =>
  ['ConsumedReadCapacityUnits', 'ConsumedWriteCapacityUnits'].map((name) =>
    table.metric(name, { statistic: 'Sum', period: fiveMinutes, label: `${name.slice(8, -13)} units` }),
  );

/** An alarm may watch ten metrics at once; a metric that says nothing counts as none. */
const sum = (metrics: readonly Metric[]): IMetric =>
  new MathExpression({
    expression: metrics.map((_, index) => `FILL(m${index}, 0)`).join(' + '),
    usingMetrics: Object.fromEntries(metrics.map((metric, index) => [`m${index}`, metric])),
    period: fiveMinutes,
    label: 'tables',
  });
