import type { EnvironmentKey } from '../../shared/deployment/environment.ts';
import type { Stage } from '../stages/stage.ts';
import { busNameOf, ledgerOriginOf } from './names.ts';
import type { DataStack } from './stacks/data-stack.ts';

/** Values of the settings that functions read. */
export type Settings = Readonly<Partial<Record<EnvironmentKey, string>>>;

/** What is known as soon as the data stack is. */
export const dataSettings = (stage: Stage, data: DataStack): Settings => ({
  REGISTRY_TABLE: data.registry.tableName,
  JOURNAL_TABLE: data.journal.tableName,
  DOCUMENTS_BUCKET: data.documents.bucketName,
  CONNECT_TO: connectTo(stage, data).join(' '),
  LEDGER_BUCKET: data.ledger.bucketName,
  LEDGER_ORIGIN: ledgerOriginOf(stage),
  SIGNING_KEY: data.checkpointKey.setting,
  SIGNING_KEY_BEFORE: data.checkpointKeyBefore?.setting ?? '',
  ISSUING_KEY: data.issuingKey.setting,
  EXPORTS_BUCKET: data.exports.bucketName,
  DATA_KEY: `kms:${data.personalDataKey.keyArn}`,
  SCAN_TAG: data.scanTag,
  EVENT_BUS: busNameOf(stage),
  CLAIMS: JSON.stringify(stage.claims),
  MAIL: mailSetting(stage),
  SMTP_CREDENTIALS: stage.mail.kind === 'smtp' ? stage.mail.credentials : '',
});

/** Origins that the portal’s pages may call: where documents are posted, and the issuer’s endpoints. */
export const connectTo = ({ identity, region }: Stage, data: DataStack): string[] => {
  const documents = `https://${data.documents.bucketRegionalDomainName}`;
  if (identity.kind === 'cognito') {
    return [
      documents,
      `https://cognito-idp.${region}.amazonaws.com`,
      `https://${identity.signInPrefix}.auth.${region}.amazoncognito.com`,
    ];
  }
  const issuers = [identity.issuer, ...identity.endpoints].map((address) => new URL(address).origin);
  return [documents, ...new Set(issuers)];
};

const mailSetting = ({ mail }: Stage): string => {
  switch (mail.kind) {
    case 'none':
      return 'outbox';
    case 'ses':
      return `ses:${mail.sender}`;
    case 'smtp':
      return `smtp://${mail.host}:${mail.port}?from=${encodeURIComponent(mail.sender)}`;
  }
};
