import { join } from 'node:path';
import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { type PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, Code, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { environmentOf, type FunctionDeclaration } from '../../../shared/deployment/functions.ts';
import type { Stage } from '../../stages/stage.ts';
import { roleNameOf } from '../names.ts';
import type { Settings } from '../settings.ts';

export type DeclaredFunctionProps = {
  readonly stage: Stage;
  /** Folder with one bundle per function. */
  readonly bundles: string;
  readonly settings: Settings;
  readonly statements: readonly PolicyStatement[];
};

/** A function as declared: its bundle, its settings, its own role with nothing but its grants, its own log. */
export class DeclaredFunction extends Construct {
  readonly declaration: FunctionDeclaration;
  readonly lambda: LambdaFunction;

  constructor(scope: Construct, declaration: FunctionDeclaration, props: DeclaredFunctionProps) {
    super(scope, declaration.name);
    this.declaration = declaration;
    const { stage, bundles, settings, statements } = props;

    const logGroup = new LogGroup(this, 'Log', {
      retention: stage.retention.logDays,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    const role = new Role(this, 'Role', {
      roleName: roleNameOf(stage, declaration.name),
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
      description: `What ${declaration.name} may do: ${declaration.grants.join(', ') || 'write its log'}`,
    });
    logGroup.grantWrite(role);
    for (const statement of statements) role.addToPolicy(statement);

    this.lambda = new LambdaFunction(this, 'Function', {
      description: `While it fails: ${declaration.impact}`,
      code: Code.fromAsset(join(bundles, declaration.name)),
      handler: 'index.handler',
      runtime: Runtime.NODEJS_24_X,
      architecture: stage.architecture === 'arm64' ? Architecture.ARM_64 : Architecture.X86_64,
      memorySize: declaration.memoryMb,
      timeout: Duration.seconds(declaration.timeoutSeconds),
      environment: settingsFor(declaration, settings),
      role,
      logGroup,
    });
  }
}

/** @throws when a function is declared to read a setting that nothing provides. */
function settingsFor(declaration: FunctionDeclaration, settings: Settings): Record<string, string> {
  const entries = environmentOf(declaration).map((key) => {
    const value = settings[key];
    if (value === undefined)
      throw new Error(`${declaration.name} needs ${key}, which this stage does not provide`);
    return [key, value];
  });
  return Object.fromEntries(entries);
}
