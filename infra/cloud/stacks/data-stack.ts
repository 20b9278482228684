import { RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import { StreamViewType } from 'aws-cdk-lib/aws-dynamodb';
import { Key } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import { journalTable, registryTable } from '../../../shared/storage/tables.ts';
import type { Stage } from '../../stages/stage.ts';
import { DeclaredTable } from '../constructs/declared-table.ts';
import { DocumentsBucket } from '../constructs/documents-bucket.ts';
import { ExportsBucket } from '../constructs/exports-bucket.ts';
import { admitScanner } from '../constructs/external-scanner.ts';
import { journalGuard } from '../constructs/journal-guard.ts';
import { type KeptTable, RestoredTable } from '../constructs/kept-table.ts';
import { LedgerBucket } from '../constructs/ledger-bucket.ts';
import { MalwareProtection } from '../constructs/malware-protection.ts';
import { onlyFor } from '../constructs/only-for.ts';
import { SignatureKey } from '../constructs/signature-key.ts';

/** All that is kept, and the keys to it. Nothing here is ever replaced or removed by a deployment. */
export class DataStack extends Stack {
  /** Encrypts tables and documents. */
  readonly storageKey: Key;
  /** Wraps the root under which personal data is sealed once more inside the tables. */
  readonly personalDataKey: Key;
  readonly checkpointKey: SignatureKey;
  /** The one before, while the log changes its key. */
  readonly checkpointKeyBefore: SignatureKey | undefined;
  /** Another one, because whoever answers requests from outside must not be able to sign checkpoints. */
  readonly issuingKey: SignatureKey;
  readonly registry: KeptTable;
  readonly journal: KeptTable;
  readonly documents: DocumentsBucket;
  readonly ledger: LedgerBucket;
  readonly exports: ExportsBucket;
  /** Tag of a document that holds the scanner’s verdict, whichever scanner it is. */
  readonly scanTag = 'GuardDutyMalwareScanStatus';

  constructor(scope: Construct, id: string, stage: Stage, props: StackProps) {
    super(scope, id, props);
    const kept = { enableKeyRotation: true, removalPolicy: RemovalPolicy.RETAIN };

    this.storageKey = new Key(this, 'StorageKey', { ...kept, description: 'Encrypts tables and documents' });
    this.personalDataKey = new Key(this, 'PersonalDataKey', {
      ...kept,
      description: 'Wraps the root of personal data',
    });
    this.personalDataKey.addToResourcePolicy(
      onlyFor(this, stage, 'personal-data:unseal', ['kms:Decrypt', 'kms:GenerateDataKey']),
    );
    [this.checkpointKey, this.checkpointKeyBefore] = this.#checkpointKeys(stage);
    this.issuingKey = new SignatureKey(this, 'IssuingKey', {
      description: 'Signs dossiers and exports',
      stage,
      grant: 'files:issue',
    });

    const made = this.#tables();
    [this.registry, this.journal] = stage.restored === undefined ? made : this.#restored(stage.restored);

    this.documents = new DocumentsBucket(this, 'Documents', {
      key: this.storageKey,
      scanTag: this.scanTag,
      // A signed form is the permission to post; without a domain the portal’s address is not known yet.
      origins: [stage.domain === undefined ? '*' : `https://${stage.domain.name}`],
    });
    if (stage.scanner.kind === 'guardduty') {
      new MalwareProtection(this, 'MalwareProtection', { bucket: this.documents, key: this.storageKey });
    } else {
      admitScanner(this.documents, this.storageKey, stage.scanner.role);
    }

    this.ledger = new LedgerBucket(this, 'Ledger', {
      years: stage.retention.ledgerYears,
      lock: stage.retention.ledgerLock,
    });
    // Not “Exports”: under that name CDK keeps what a stack exports.
    this.exports = new ExportsBucket(this, 'ExportFiles');
  }

  /** Every key that ever signed checkpoints stays; the newest signs, and the one before it while they overlap. */
  #checkpointKeys(stage: Stage): [SignatureKey, SignatureKey | undefined] {
    const { number, overlap } = stage.checkpointKey;
    const keyOf = (nth: number) =>
      new SignatureKey(this, nth === 1 ? 'CheckpointKey' : `CheckpointKey${nth}`, {
        description: 'Signs checkpoints of the journal',
        stage,
        grant: 'checkpoint:sign',
      });
    const earlier = Array.from({ length: number - 1 }, (_, at) => keyOf(at + 1));
    const newest = keyOf(number);
    // The sealer still imports the key before when this stack is deployed: an export in use cannot be taken away.
    for (const key of [...earlier, newest]) this.exportValue(key.keyArn);
    return [newest, overlap ? earlier.at(-1) : undefined];
  }

  #tables(): [DeclaredTable, DeclaredTable] {
    const registry = new DeclaredTable(this, registryTable, { key: this.storageKey });
    const journal = new DeclaredTable(this, journalTable, {
      key: this.storageKey,
      // A doorbell needs no more than to know that something is there.
      stream: StreamViewType.KEYS_ONLY,
      resourcePolicy: journalGuard(),
    });
    // Exported whether or not they are used: going over to restored tables deploys this stack first, while the
    // others still import these, and CloudFormation refuses to take away an export that is in use.
    for (const value of [registry.tableName, registry.tableArn, journal.tableName, journal.tableArn]) {
      this.exportValue(value);
    }
    this.exportValue(journal.tableStreamArn);
    return [registry, journal];
  }

  /** After a disaster: the tables made before stay, beside those that were restored and are used instead. */
  #restored({ registry, journal, journalStream }: NonNullable<Stage['restored']>): [KeptTable, KeptTable] {
    return [
      new RestoredTable(this, registryTable, { name: registry }),
      new RestoredTable(this, journalTable, { name: journal, stream: journalStream }),
    ];
  }
}
