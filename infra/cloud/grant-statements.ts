import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { FunctionDeclaration } from '../../shared/deployment/functions.ts';
import type { Grant } from '../../shared/deployment/grants.ts';
import type { Stage } from '../stages/stage.ts';
import { busNameOf } from './names.ts';
import type { DataStack } from './stacks/data-stack.ts';
import { through } from './through.ts';

type Granting = {
  readonly stage: Stage;
  readonly data: DataStack;
};

/** The statements of a function's role. */
export const statementsFor = ({ grants }: FunctionDeclaration, granting: Granting): PolicyStatement[] =>
  grants.flatMap((grant) => statementsOf[grant](granting));

/** The actions and resources behind each grant: the whole of what any function may do. */
const statementsOf: Readonly<Record<Grant, (granting: Granting) => PolicyStatement[]>> = {
  'registry:read': ({ data }) => [
    allow(['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Query'], data.registry.readableArns),
    openTables(data),
  ],
  'registry:write': ({ data }) => [
    allow(
      ['dynamodb:PutItem', 'dynamodb:UpdateItem', 'dynamodb:DeleteItem', 'dynamodb:ConditionCheckItem'],
      [data.registry.tableArn],
    ),
    openTables(data),
  ],
  'seal-register:write': ({ data }) => [
    allow(['dynamodb:PutItem', 'dynamodb:UpdateItem'], [data.registry.tableArn], {
      'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['sealed#*', 'sealing', 'decisions*'] },
    }),
    openTables(data),
  ],
  'journal:read': ({ data }) => [
    allow(['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Query'], data.journal.readableArns),
    openTables(data),
  ],
  'journal:scan': ({ data }) => [allow(['dynamodb:Scan'], data.journal.readableArns), openTables(data)],
  'journal:append': ({ data }) => [allow(['dynamodb:PutItem'], [data.journal.tableArn]), openTables(data)],
  'documents:use': ({ data }) => [
    allow(
      ['s3:PutObject', 's3:GetObject', 's3:GetObjectVersion', 's3:GetObjectTagging', 's3:DeleteObject'],
      [data.documents.arnForObjects('*')],
    ),
    // Without it S3 says “forbidden” where it should say “not there”.
    allow(['s3:ListBucket'], [data.documents.bucketArn]),
    allow(['kms:GenerateDataKey', 'kms:Decrypt'], [data.storageKey.keyArn], through('s3', data)),
  ],
  // Files of cases: what towns show of their premises is none of theirs.
  'documents:remove': ({ data }) => [
    allow(['s3:DeleteObject'], [data.documents.arnForObjects('documents/PL-*')]),
  ],
  'ledger:read': ({ data }) => [
    allow(['s3:GetObject'], [data.ledger.arnForObjects('*')]),
    allow(['s3:ListBucket'], [data.ledger.bucketArn]),
  ],
  'ledger:append': ({ data }) => [allow(['s3:PutObject'], [data.ledger.arnForObjects('*')])],
  'checkpoint:sign': ({ data: { checkpointKey, checkpointKeyBefore } }) => [
    allow(
      [...checkpointKey.signActions],
      [checkpointKey, ...(checkpointKeyBefore ? [checkpointKeyBefore] : [])].map(({ keyArn }) => keyArn),
    ),
  ],
  'files:issue': ({ data }) => [allow([...data.issuingKey.signActions], [data.issuingKey.keyArn])],
  'exports:use': ({ data }) => [
    allow(['s3:PutObject', 's3:GetObject', 's3:DeleteObject'], [data.exports.arnForObjects('*')]),
    allow(['s3:ListBucket'], [data.exports.bucketArn]),
  ],
  'personal-data:unseal': ({ data }) => [
    allow(['kms:GenerateDataKey', 'kms:Decrypt'], [data.personalDataKey.keyArn]),
  ],
  'mail:send': ({ stage, data }) => mailStatements(stage, data),
  'bus:publish': ({ stage, data }) => [
    allow(
      ['events:PutEvents'],
      [data.formatArn({ service: 'events', resource: 'event-bus', resourceName: busNameOf(stage) })],
    ),
  ],
};

const openTables = (data: DataStack): PolicyStatement =>
  allow(['kms:Decrypt', 'kms:DescribeKey'], [data.storageKey.keyArn], through('dynamodb', data));

const mailStatements = ({ mail }: Stage, data: DataStack): PolicyStatement[] => {
  if (mail.kind === 'smtp') return [allow(['secretsmanager:GetSecretValue'], [mail.credentials])];
  if (mail.kind === 'none') return [];
  const identity = (name: string) =>
    data.formatArn({ service: 'ses', resource: 'identity', resourceName: name });
  return [
    allow(
      ['ses:SendEmail'],
      [identity(mail.sender), identity(mail.sender.slice(mail.sender.indexOf('@') + 1))],
    ),
  ];
};

const allow = (
  actions: string[],
  resources: string[],
  conditions: Readonly<Record<string, unknown>> = {},
): PolicyStatement => new PolicyStatement({ actions, resources, conditions });
