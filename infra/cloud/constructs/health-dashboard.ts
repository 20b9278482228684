import { Duration } from 'aws-cdk-lib';
import { Dashboard, GraphWidget, type IMetric, TextWidget } from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import type { Stage } from '../../stages/stage.ts';
import { capacity, deadLetters, failures, refusedWrites, sealingDelay, throttled } from '../metrics.ts';
import type { ApiStack } from '../stacks/api-stack.ts';
import type { BackgroundStack } from '../stacks/background-stack.ts';
import type { DataStack } from '../stacks/data-stack.ts';

type HealthDashboardProps = {
  readonly stage: Stage;
  readonly data: DataStack;
  readonly api: ApiStack;
  readonly background: BackgroundStack;
};

/** What people notice first, at the top; what explains it, below. */
export class HealthDashboard extends Dashboard {
  constructor(scope: Construct, id: string, { stage, data, api, background }: HealthDashboardProps) {
    super(scope, id, {
      dashboardName: `factory-incentives-${stage.name}`,
      defaultInterval: Duration.hours(12),
    });
    const everyFunction = [...api.functions, ...background.functions];
    const sealer = background.functions.filter(({ declaration }) => declaration.name === 'sealer');

    this.addWidgets(
      new TextWidget({
        markdown: `# ${stage.name}\nTop row: what people notice. Below: functions, tables, sealing and what was given up.`,
        width: 24,
        height: 2,
      }),
    );
    this.addWidgets(
      graph('Requests', [api.stage.metricCount({ statistic: 'Sum' })]),
      graph('Refused and failed', [
        api.stage.metricClientError({ statistic: 'Sum', label: '4xx' }),
        api.stage.metricServerError({ statistic: 'Sum', label: '5xx' }),
      ]),
      graph('Answer time, ms', [
        api.stage.metricLatency({ statistic: 'p50', label: 'p50' }),
        api.stage.metricLatency({ statistic: 'p99', label: 'p99' }),
      ]),
    );
    this.addWidgets(
      graph(
        'Function errors',
        everyFunction.map(({ declaration, lambda }) => failures(lambda).with({ label: declaration.name })),
      ),
      graph(
        'Function time p99, ms',
        everyFunction.map(({ declaration, lambda }) =>
          lambda.metricDuration({ statistic: 'p99', label: declaration.name }),
        ),
      ),
      graph('Turned away', [throttled(), refusedWrites([data.registry, data.journal])]),
    );
    this.addWidgets(
      graph('Registry', capacity(data.registry)),
      graph('Journal', capacity(data.journal)),
      graph(
        'Sealing delay, ms',
        sealer.map(({ lambda }) => sealingDelay(lambda)),
      ),
    );
    this.addWidgets(
      graph(
        'Given up, waiting for a person',
        background.functions.map(({ declaration, deadLetters: queue }) =>
          deadLetters(queue).with({ label: declaration.name }),
        ),
      ),
    );
  }
}

const graph = (title: string, left: IMetric[]): GraphWidget =>
  new GraphWidget({ title, left, width: 8, height: 6 });
