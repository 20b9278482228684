import type {
  App,
  IPolicyValidationContext,
  IPolicyValidationPlugin,
  PolicyValidationPluginReport,
  PolicyViolation,
} from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { acceptedAs } from './accepted-findings.ts';

/**
 * Checks every resource against the AWS Solutions rules; a finding that is not accepted with a reason stops
 * synthesis. The exceptions stand in one list, because names of findings hold generated ids.
 */
export class AwsSolutions implements IPolicyValidationPlugin {
  readonly name = 'AwsSolutions';
  readonly #checks: AwsSolutionsChecks;

  constructor(app: App) {
    this.#checks = new AwsSolutionsChecks(app);
  }

  /** Every finding, accepted or not. */
  findings(app: App): readonly PolicyViolation[] {
    return this.#checks.validateScope(app).violations;
  }

  validate(context: IPolicyValidationContext): PolicyValidationPluginReport {
    const report = this.#checks.validate(context);
    const violations = report.violations.flatMap(open);
    return { ...report, violations, success: violations.length === 0 };
  }
}

const open = (violation: PolicyViolation): PolicyViolation[] => {
  const violatingResources = violation.violatingResources.filter(
    ({ constructPath }) => acceptedAs(violation.ruleName, constructPath ?? '') === undefined,
  );
  return violatingResources.length > 0 ? [{ ...violation, violatingResources }] : [];
};
