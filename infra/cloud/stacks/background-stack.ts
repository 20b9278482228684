import { Stack, type StackProps } from 'aws-cdk-lib';
import { EventBus } from 'aws-cdk-lib/aws-events';
import type { Construct } from 'constructs';
import { functionDeclarations, startsOn } from '../../../shared/deployment/functions.ts';
import type { Stage } from '../../stages/stage.ts';
import { BackgroundFunction } from '../constructs/background-function.ts';
import { statementsFor } from '../grant-statements.ts';
import { busNameOf } from '../names.ts';
import type { Settings } from '../settings.ts';
import type { DataStack } from './data-stack.ts';

type BackgroundStackProps = StackProps & {
  readonly stage: Stage;
  readonly data: DataStack;
  readonly bundles: string;
  readonly settings: Settings;
};

/** What happens without anybody asking: sealing, deadlines, messages; and the bus for other systems. */
export class BackgroundStack extends Stack {
  readonly bus: EventBus;
  readonly functions: readonly BackgroundFunction[];

  constructor(
    scope: Construct,
    id: string,
    { stage, data, bundles, settings, ...props }: BackgroundStackProps,
  ) {
    super(scope, id, props);
    this.bus = new EventBus(this, 'Bus', { eventBusName: busNameOf(stage) });
    this.functions = functionDeclarations
      .filter((declaration) => startsOn(declaration, 'journal') || startsOn(declaration, 'schedule'))
      .map(
        (declaration) =>
          new BackgroundFunction(this, declaration, {
            stage,
            bundles,
            settings,
            statements: statementsFor(declaration, { stage, data }),
            journal: data.journal,
          }),
      );
  }
}
