export type AcceptedFinding = {
  /** The rule, with its finding where it has one. */
  readonly rule: RegExp;
  /** Path of the construct, below the stage’s name. */
  readonly where: RegExp;
  readonly reason: string;
};

const filesOfPortal = /^portal\/Custom::CDKBucketDeployment/;

/** Every finding of AWS Solutions that is accepted, and why. One that no stage has any more must go. */
export const acceptedFindings: readonly AcceptedFinding[] = [
  {
    rule: /^AwsSolutions-S1$/,
    where: /^data\/(Documents|ExportFiles|Ledger)\//,
    reason:
      'Server access logs would hold visitors’ addresses. One function reaches documents and records each act in the Journal, as exports are; the ledger is append-only and public by nature.',
  },
  {
    rule: /^AwsSolutions-S1$/,
    where: /^portal\/Portal\//,
    reason: 'Only CloudFront reads this bucket, and what it holds is public.',
  },
  {
    rule: /^AwsSolutions-CFR1$/,
    where: /^portal\/Distribution/,
    reason: 'Returning entrepreneurs apply from wherever they work; no country is shut out.',
  },
  {
    rule: /^AwsSolutions-CFR2$/,
    where: /^portal\/Distribution/,
    reason:
      'Limits at the API, strict schemas and a strict CSP do the work; a firewall costs money while idle, and CloudFront in aws-cn takes none.',
  },
  {
    rule: /^AwsSolutions-CFR3$/,
    where: /^portal\/Distribution/,
    reason: 'Access logs of the CDN would hold visitors’ addresses; the API’s own log says what is needed.',
  },
  {
    rule: /^AwsSolutions-CFR4$/,
    where: /^portal\/Distribution/,
    reason:
      'On CloudFront’s own name the minimum TLS version cannot be set; a stage with a domain sets TLS 1.2.',
  },
  {
    rule: /^AwsSolutions-CFR7$/,
    where: /^portal\/Distribution/,
    reason: 'aws-cn has no origin access control; an origin access identity does the same there.',
  },
  {
    rule: /^AwsSolutions-APIG4$/,
    where: /^api\/Routes\//,
    reason:
      'Declared for anyone: programmes, eligibility, notices. These routes have their own request limit.',
  },
  {
    rule: /^AwsSolutions-APIG4$/,
    where: /^api\/Pages\//,
    reason: 'The portal’s page itself, before anybody can have signed in.',
  },
  {
    rule: /^AwsSolutions-COG2$/,
    where: /^api\/Issuer\/Pool/,
    reason:
      'A second factor is offered to all and asked of officials by the county’s rules; applicants often have one phone.',
  },
  {
    rule: /^AwsSolutions-COG(3|8)$/,
    where: /^api\/Issuer\/Pool/,
    reason:
      'Threat protection is part of the Plus plan, at several times the price per person; a county may choose it.',
  },
  {
    rule: /^AwsSolutions-IAM5\[Resource::.*(Documents|ExportFiles|Ledger).*\/(documents\/PL-)?\*\]$/,
    where: /^(api|background)\/(documents|auditor|exporter|sealer|clock)\/Role\//,
    reason:
      'All objects of one bucket, for the function whose bucket it is, or those of cases; keys are made at run time.',
  },
  {
    rule: /^AwsSolutions-IAM5\[Resource::.*\]$/,
    where: /^data\/MalwareProtection\/Role\//,
    reason:
      'As the GuardDuty user guide demands: its own rules by prefix, and all objects of the documents bucket.',
  },
  {
    rule: /^AwsSolutions-IAM5\[Resource::\*\]$/,
    where: /^background\/(sealer|notifier)\/Role\//,
    reason: 'dynamodb:ListStreams knows no resource; AWS demands it for attaching a function to a stream.',
  },
  {
    rule: /^AwsSolutions-SQS3$/,
    where: /^background\/[a-z]+\/DeadLetters\//,
    reason: 'It is the dead-letter queue, of a function and its triggers.',
  },
  {
    rule: /^AwsSolutions-IAM[45]\[.*\]$/,
    where: filesOfPortal,
    reason:
      'CDK’s own function that copies the portal’s files: it reads CDK’s asset bucket and writes the portal bucket.',
  },
  {
    rule: /^AwsSolutions-L1$/,
    where: filesOfPortal,
    reason: 'CDK chooses the runtime of its own function and raises it with its releases.',
  },
];

/** The exception that covers a finding, if there is one. */
export const acceptedAs = (rule: string, constructPath: string): AcceptedFinding | undefined => {
  const where = constructPath.replace(/^.*?-(?=(data|portal|api|background|observability)\/)/, '');
  return acceptedFindings.find((accepted) => accepted.rule.test(rule) && accepted.where.test(where));
};
