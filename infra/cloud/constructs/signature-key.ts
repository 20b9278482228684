import { RemovalPolicy } from 'aws-cdk-lib';
import { Key, KeySpec, KeyUsage } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';

/** A key behind Ed25519 signatures; losing it would leave old signatures verifiable, but no new ones. */
export class SignatureKey extends Key {
  /** What whoever signs is told: how, and with which key. */
  readonly setting: string;
  readonly signActions: readonly string[];

  constructor(scope: Construct, id: string, description: string, signer: 'kms' | 'kms-derived') {
    super(scope, id, {
      description,
      removalPolicy: RemovalPolicy.RETAIN,
      ...(signer === 'kms'
        ? { keySpec: KeySpec.ECC_NIST_EDWARDS25519, keyUsage: KeyUsage.SIGN_VERIFY }
        : { keySpec: KeySpec.HMAC_256, keyUsage: KeyUsage.GENERATE_VERIFY_MAC }),
    });
    this.setting = `${signer}:${this.keyArn}`;
    this.signActions = signer === 'kms' ? ['kms:Sign', 'kms:GetPublicKey'] : ['kms:GenerateMac'];
  }
}
