import { Duration, Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Stage } from '../../stages/stage.ts';
import { AlarmTopic } from '../constructs/alarm-topic.ts';
import { HealthDashboard } from '../constructs/health-dashboard.ts';
import { ImpactAlarm, type ImpactAlarmProps } from '../constructs/impact-alarm.ts';
import { deadLetters, failures, missedRuns, refusedWrites, sealingDelay, throttled } from '../metrics.ts';
import type { ApiStack } from './api-stack.ts';
import type { BackgroundStack } from './background-stack.ts';
import type { DataStack } from './data-stack.ts';

type ObservabilityStackProps = StackProps & {
  readonly stage: Stage;
  readonly data: DataStack;
  readonly api: ApiStack;
  readonly background: BackgroundStack;
};

/** One topic, the alarms that ring on it, and one page that shows the same figures over time. */
export class ObservabilityStack extends Stack {
  constructor(
    scope: Construct,
    id: string,
    { stage, data, api, background, ...props }: ObservabilityStackProps,
  ) {
    super(scope, id, props);
    const topic = new AlarmTopic(this, 'Alarms', stage.alarms.email);
    const alarm = (name: string, about: Omit<ImpactAlarmProps, 'topic'>) =>
      new ImpactAlarm(this, name, { ...about, topic });
    const everyFunction = [...api.functions, ...background.functions];

    alarm('ApiFailing', {
      metric: api.stage.metricServerError({ statistic: 'Sum', period: Duration.minutes(5) }),
      threshold: 5,
      impact: 'People see “the system failed” and must try again; what they typed is kept.',
    });
    alarm('ApiSlow', {
      metric: api.stage.metricLatency({ statistic: 'p99', period: Duration.minutes(5) }),
      threshold: 3000,
      periods: 3,
      impact: 'One request in a hundred takes more than three seconds: pages feel stuck on a phone.',
    });
    for (const { declaration, lambda } of everyFunction) {
      alarm(`Failing-${declaration.name}`, {
        metric: failures(lambda),
        threshold: 3,
        impact: declaration.impact,
      });
    }
    for (const { declaration, deadLetters: queue } of background.functions) {
      alarm(`GaveUp-${declaration.name}`, {
        metric: deadLetters(queue),
        threshold: 1,
        impact: `Something was given up after every retry and waits in the queue. ${declaration.impact}`,
      });
    }
    for (const { declaration, lambda } of background.functions) {
      if (declaration.name === 'sealer') {
        alarm('SealingLate', {
          metric: sealingDelay(lambda),
          threshold: 5 * 60_000,
          impact: 'Decisions of the last minutes are kept but not sealed: auditors cannot prove them yet.',
        });
      }
      if (declaration.name === 'clock') {
        alarm('ClockStopped', {
          metric: missedRuns(lambda),
          threshold: 1,
          below: true,
          impact: 'No deadline has been looked at for a quarter of an hour; the next run catches up.',
        });
      }
    }
    alarm('FunctionsRefused', {
      metric: throttled(),
      threshold: 1,
      impact:
        'Requests are turned away because the account runs as many functions as it may: ask for a higher limit.',
    });
    alarm('TablesRefused', {
      metric: refusedWrites([data.registry, data.journal]),
      threshold: 1,
      periods: 2,
      impact: 'Some acts are refused for the moment and must be tried again: one partition is too hot.',
    });
    new HealthDashboard(this, 'Dashboard', { stage, data, api, background });
  }
}
