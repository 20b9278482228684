/** What the checks across fields look at. */
type Checked = {
  readonly partition: 'aws' | 'aws-cn';
  readonly region: string;
  readonly identity: { readonly kind: string };
  readonly mail: { readonly kind: string };
  readonly scanner: { readonly kind: string };
  readonly domain?: { readonly certificate: string };
};

type Fault = { readonly path: readonly string[]; readonly message: string };

const inChina: readonly {
  readonly path: readonly string[];
  readonly wrong: (stage: Checked) => boolean;
  readonly message: string;
}[] = [
  {
    path: ['identity'],
    wrong: ({ identity }) => identity.kind === 'cognito',
    message: 'aws-cn has no Cognito user pools: name an OIDC issuer',
  },
  {
    path: ['mail'],
    wrong: ({ mail }) => mail.kind === 'ses',
    message: 'aws-cn has no SES: send by SMTP, or not at all',
  },
  {
    path: ['scanner'],
    wrong: ({ scanner }) => scanner.kind === 'guardduty',
    message: 'aws-cn has no GuardDuty Malware Protection for S3: name the role of a scanner',
  },
  {
    path: ['domain'],
    wrong: ({ domain }) => domain === undefined,
    message: 'in aws-cn CloudFront serves only a domain of one’s own, with an ICP filing',
  },
];

/** Choices that the partition does not offer, and a region of the other partition. */
export const chinaFaults = (stage: Checked): Fault[] => {
  const china = stage.partition === 'aws-cn';
  if (china !== stage.region.startsWith('cn-')) {
    return [{ path: ['region'], message: `${stage.region} is not a region of ${stage.partition}` }];
  }
  return china ? inChina.filter(({ wrong }) => wrong(stage)) : [];
};

/** CloudFront takes certificates from one place per partition. */
export const domainFaults = ({ partition, domain }: Checked): Fault[] => {
  if (domain === undefined) return [];
  const path = ['domain', 'certificate'];
  const fromAcm = domain.certificate.startsWith('arn:aws:acm:us-east-1:');
  if (partition === 'aws' && !fromAcm) {
    return [{ path, message: 'CloudFront needs the ARN of an ACM certificate in us-east-1' }];
  }
  if (partition === 'aws-cn' && !/^[A-Z0-9]{16,128}$/.test(domain.certificate)) {
    return [{ path, message: 'CloudFront in aws-cn needs the id of a server certificate in IAM, not ACM' }];
  }
  return [];
};
