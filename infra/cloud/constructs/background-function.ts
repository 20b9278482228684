import { Duration } from 'aws-cdk-lib';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction as LambdaTarget } from 'aws-cdk-lib/aws-events-targets';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { FilterCriteria, FilterRule, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import { SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { FunctionDeclaration, Trigger } from '../../../shared/deployment/functions.ts';
import { DeclaredFunction, type DeclaredFunctionProps } from './declared-function.ts';
import type { KeptTable } from './kept-table.ts';

type BackgroundFunctionProps = DeclaredFunctionProps & { readonly journal: KeptTable };

/** A function that nobody waits for: its triggers, and a queue for what it could not do after every retry. */
export class BackgroundFunction extends DeclaredFunction {
  readonly deadLetters: Queue;

  constructor(
    scope: Construct,
    declaration: FunctionDeclaration,
    { journal, ...props }: BackgroundFunctionProps,
  ) {
    super(scope, declaration, props);
    this.deadLetters = new Queue(this, 'DeadLetters', {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    });
    // A schedule starts a function asynchronously: what fails after Lambda's own retries comes here.
    this.lambda.configureAsyncInvoke({ retryAttempts: 2, onFailure: new SqsDestination(this.deadLetters) });
    for (const trigger of declaration.triggers) this.#startOn(trigger, journal);
  }

  #startOn(trigger: Trigger, journal: KeptTable): void {
    if (trigger.kind === 'schedule') {
      new Rule(this, 'Schedule', {
        schedule: Schedule.rate(Duration.minutes(trigger.everyMinutes)),
        targets: [new LambdaTarget(this.lambda, { deadLetterQueue: this.deadLetters, retryAttempts: 2 })],
      });
    }
    if (trigger.kind === 'journal') {
      const { tableStreamArn } = journal;
      if (tableStreamArn === undefined) throw new Error('the Journal has no stream');
      this.lambda.addToRolePolicy(
        new PolicyStatement({
          actions: ['dynamodb:DescribeStream', 'dynamodb:GetShardIterator', 'dynamodb:GetRecords'],
          resources: [tableStreamArn],
        }),
      );
      // Not a permission on any one stream; AWS asks for it before it attaches a function to one.
      this.lambda.addToRolePolicy(
        new PolicyStatement({ actions: ['dynamodb:ListStreams'], resources: ['*'] }),
      );
      this.lambda.addEventSourceMapping('Journal', {
        eventSourceArn: tableStreamArn,
        startingPosition: StartingPosition.TRIM_HORIZON,
        batchSize: 100,
        maxBatchingWindow: Duration.seconds(2),
        retryAttempts: 5,
        bisectBatchOnError: true,
        reportBatchItemFailures: true,
        onFailure: new SqsDlq(this.deadLetters),
        filters: [FilterCriteria.filter({ eventName: FilterRule.isEqual('INSERT') })],
      });
    }
  }
}
