import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';

export type ImpactAlarmProps = {
  readonly metric: IMetric;
  /** Rings at this value and above; below it with `below`. */
  readonly threshold: number;
  readonly below?: boolean;
  /** Of the metric’s periods in a row. */
  readonly periods?: number;
  /** One sentence: what the people who use the system notice. */
  readonly impact: string;
  readonly topic: ITopic;
};

/** An alarm that says what it means for people, and tells when it is over. */
export class ImpactAlarm extends Alarm {
  constructor(
    scope: Construct,
    id: string,
    { metric, threshold, below, periods, impact, topic }: ImpactAlarmProps,
  ) {
    super(scope, id, {
      metric,
      threshold,
      evaluationPeriods: periods ?? 1,
      alarmDescription: impact,
      comparisonOperator: below
        ? ComparisonOperator.LESS_THAN_THRESHOLD
        : ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      // Silence is health, except where the alarm is about silence.
      treatMissingData: below ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
    });
    this.addAlarmAction(new SnsAction(topic));
    this.addOkAction(new SnsAction(topic));
  }
}
