import * as z from 'zod';
import { ClaimsMappingSchema } from '../../shared/identity/claims-mapping.ts';
import { chinaFaults, domainFaults } from './stage-faults.ts';

const HttpsUrlSchema = z.url({ protocol: /^https$/ });
const ArnSchema = z.string().regex(/^arn:aws(-cn)?:[a-z0-9-]+:[a-z0-9-]*:\d{12}:.+$/);

/** Who signs people in: a Cognito user pool made for the stage, or any OpenID Connect issuer. */
const IdentitySchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('cognito'),
    /** First label of the sign-in page's address; unique in the region. */
    signInPrefix: z.string().regex(/^[a-z0-9](-?[a-z0-9]){2,40}$/),
  }),
  z.strictObject({
    kind: z.literal('oidc'),
    issuer: HttpsUrlSchema,
    clientId: z.string().min(1),
    /** What the issuer writes into `aud` (or `client_id`) of access tokens for this API. */
    audience: z.string().min(1),
    scope: z.string().default('openid profile'),
    /** Where the issuer's endpoints are not on the issuer's own host: their origins, for the content security policy. */
    endpoints: z.array(HttpsUrlSchema).default([]),
  }),
]);

/** How mail leaves. Without a provider, messages stay in the portal's inbox. */
const MailSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none') }),
  z.strictObject({ kind: z.literal('ses'), sender: z.email() }),
  z.strictObject({
    kind: z.literal('smtp'),
    host: z.string().min(1),
    port: z.int().min(1).max(65_535),
    sender: z.email(),
    /** A Secrets Manager secret with the fields `username` and `password`. */
    credentials: ArnSchema,
  }),
]);

/** Who looks for malware: GuardDuty, or a scanner of the county's that leaves its verdict in the same tag. */
const ScannerSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('guardduty') }),
  z.strictObject({ kind: z.literal('external'), role: ArnSchema }),
]);

/** How long CloudWatch can keep a log, from the first that is surely six months. */
const LogDaysSchema = z.union(
  [365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653].map((days) => z.literal(days)),
);

/**
 * One deployment of the system, in one file. `partition` and `region` decide which of the other choices
 * exist there.
 */
export const StageSchema = z
  .strictObject({
    name: z.string().regex(/^[a-z][a-z0-9-]{1,23}$/),
    partition: z.enum(['aws', 'aws-cn']),
    region: z.string().regex(/^[a-z]{2}(-[a-z]+)+-\d$/),
    /** Without it the stage deploys to whichever account the credentials are for. */
    account: z
      .string()
      .regex(/^\d{12}$/)
      .exactOptional(),
    identity: IdentitySchema,
    claims: ClaimsMappingSchema.prefault({}),
    /** The portal's own name, with a certificate that covers it: ACM in us-east-1, or IAM in aws-cn. */
    domain: z.strictObject({ name: z.hostname(), certificate: z.string().min(1) }).exactOptional(),
    mail: MailSchema,
    scanner: ScannerSchema,
    /**
     * `kms`: an Ed25519 key that never leaves KMS. `kms-derived`: where KMS has no Ed25519, the seed is an
     * HMAC under a KMS key that only the sealer may use.
     */
    signer: z.enum(['kms', 'kms-derived']),
    /**
     * Which key signs checkpoints: the first, the second … Raised by one to change it; `overlap` has the key before sign
     * beside it until auditors know the new one. Keys of before stay, and stay verifiable.
     */
    checkpointKey: z
      .strictObject({ number: z.int().min(1).max(99), overlap: z.boolean() })
      .default({ number: 1, overlap: false }),
    retention: z.strictObject({
      logDays: LogDaysSchema,
      /** Decisions and payment vouchers are kept 30 years. */
      ledgerYears: z.int().min(1).max(99),
      /** `compliance`: nobody at all can shorten it. `governance`: someone with a special right can; for trials. */
      ledgerLock: z.enum(['compliance', 'governance']),
    }),
    /** First line of every checkpoint: which journal it speaks for. To be changed never; else it is made of the name. */
    ledgerOrigin: z
      .string()
      .max(100)
      .regex(/^[a-z0-9][a-z0-9.-]*(\/[a-z0-9.-]+)*$/)
      .exactOptional(),
    /** Names of tables restored from a backup, to go on with instead of those this stage made. */
    restored: z
      .strictObject({ registry: z.string().min(3), journal: z.string().min(3), journalStream: ArnSchema })
      .exactOptional(),
    alarms: z.strictObject({ email: z.email() }),
    /** Requests per second and burst, over all callers together; anonymous routes have their own, lower, limit. */
    throttling: z
      .strictObject({
        perSecond: z.int().min(1),
        burst: z.int().min(1),
        anonymousPerSecond: z.int().min(1),
        anonymousBurst: z.int().min(1),
      })
      .default({ perSecond: 200, burst: 400, anonymousPerSecond: 50, anonymousBurst: 100 }),
    architecture: z.enum(['arm64', 'x86_64']).default('arm64'),
  })
  .superRefine((stage, context) => {
    for (const { path, message } of [...chinaFaults(stage), ...domainFaults(stage)]) {
      context.addIssue({ code: 'custom', path: [...path], message });
    }
  });

export type Stage = Readonly<z.infer<typeof StageSchema>>;
