import { RemovalPolicy } from 'aws-cdk-lib';
import { Key, KeySpec, KeyUsage } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import type { Stage } from '../../stages/stage.ts';
import { onlyFor } from './only-for.ts';

type SignatureKeyProps = {
  readonly description: string;
  readonly stage: Stage;
  /** Whose holders may sign, and nobody else. */
  readonly grant: 'checkpoint:sign' | 'files:issue';
};

/** A key behind Ed25519 signatures; losing it would leave old signatures verifiable, but no new ones. */
export class SignatureKey extends Key {
  /** What whoever signs is told: how, and with which key. */
  readonly setting: string;
  readonly signActions: readonly string[];

  constructor(scope: Construct, id: string, { description, stage, grant }: SignatureKeyProps) {
    const inKms = stage.signer === 'kms';
    super(scope, id, {
      description,
      removalPolicy: RemovalPolicy.RETAIN,
      ...(inKms
        ? { keySpec: KeySpec.ECC_NIST_EDWARDS25519, keyUsage: KeyUsage.SIGN_VERIFY }
        : { keySpec: KeySpec.HMAC_256, keyUsage: KeyUsage.GENERATE_VERIFY_MAC }),
    });
    this.addToResourcePolicy(onlyFor(this, stage, grant, [inKms ? 'kms:Sign' : 'kms:GenerateMac']));
    this.setting = `${stage.signer}:${this.keyArn}`;
    this.signActions = inKms ? ['kms:Sign', 'kms:GetPublicKey'] : ['kms:GenerateMac'];
  }
}
