import type { Audience } from '../api/route.ts';
import type { EnvironmentKey } from './environment.ts';
import { type Grant, grants } from './grants.ts';

/** What starts a function. */
export type Trigger =
  /** The routes of its audience. */
  | { readonly kind: 'routes'; readonly audience: Audience }
  | { readonly kind: 'schedule'; readonly everyMinutes: number }
  /** A new event in the Journal. A doorbell: it may ring late, twice or not at all; the Journal is the truth. */
  | { readonly kind: 'journal' }
  /** Issuing a token; only where Cognito is the issuer. */
  | { readonly kind: 'sign-in' }
  /** Asking for a page of the portal; only where the CDN cannot add security headers itself. */
  | { readonly kind: 'page' };

/** A function as both the cloud stacks deploy it and the local runner starts it. */
export type FunctionDeclaration = {
  readonly name: string;
  /** The file that exports `handler`. */
  readonly entry: `functions/${string}/index.ts`;
  /** What people lose while it does not work: the sentence in its alarms. */
  readonly impact: string;
  readonly triggers: readonly Trigger[];
  readonly grants: readonly Grant[];
  /** Settings beside those that its grants bring along. */
  readonly settings: readonly EnvironmentKey[];
  /** Memory decides the share of a processor too: 1,769 MB is one whole. */
  readonly memoryMb: number;
  readonly timeoutSeconds: number;
  /** The zip may not grow past this: cold starts pay for every kilobyte. */
  readonly zipBudgetKb: number;
};

/** An API answer later than 29 s is cut off by the gateway. */
const API_TIMEOUT_SECONDS = 29;

export const functionDeclarations = [
  {
    name: 'public',
    entry: 'functions/public/index.ts',
    impact: 'Nobody can read the programmes, check eligibility or open the portal’s sign-in.',
    triggers: [{ kind: 'routes', audience: 'public' }],
    grants: ['registry:read'],
    settings: ['ISSUER', 'CLIENT_ID', 'SCOPE', 'AUDIENCE'],
    memoryMb: 512,
    timeoutSeconds: API_TIMEOUT_SECONDS,
    zipBudgetKb: 190,
  },
  {
    name: 'objections',
    entry: 'functions/objections/index.ts',
    impact: 'Nobody can object to a public notice; notices that end meanwhile may have to be held again.',
    triggers: [{ kind: 'routes', audience: 'objections' }],
    grants: ['registry:read', 'registry:write', 'journal:read', 'journal:append', 'personal-data:unseal'],
    settings: ['CLAIMS'],
    memoryMb: 512,
    timeoutSeconds: API_TIMEOUT_SECONDS,
    zipBudgetKb: 210,
  },
  {
    name: 'applicant',
    entry: 'functions/applicant/index.ts',
    impact: 'Applicants cannot save, submit or follow their applications.',
    triggers: [{ kind: 'routes', audience: 'applicant' }],
    grants: ['registry:read', 'registry:write', 'journal:read', 'journal:append', 'personal-data:unseal'],
    settings: ['CLAIMS'],
    memoryMb: 512,
    timeoutSeconds: API_TIMEOUT_SECONDS,
    zipBudgetKb: 240,
  },
  {
    name: 'documents',
    entry: 'functions/documents/index.ts',
    impact: 'Nobody can upload or open documents; applications that need them cannot be submitted or judged.',
    triggers: [{ kind: 'routes', audience: 'documents' }],
    grants: ['registry:read', 'registry:write', 'journal:read', 'journal:append', 'documents:use'],
    settings: ['CLAIMS'],
    memoryMb: 1024,
    timeoutSeconds: API_TIMEOUT_SECONDS,
    zipBudgetKb: 215,
  },
  {
    name: 'reviewer',
    entry: 'functions/reviewer/index.ts',
    impact: 'Towns and bureaus cannot see or decide cases while their working-day clocks run.',
    triggers: [{ kind: 'routes', audience: 'reviewer' }],
    grants: ['registry:read', 'registry:write', 'journal:read', 'journal:append', 'personal-data:unseal'],
    settings: ['CLAIMS'],
    memoryMb: 512,
    timeoutSeconds: API_TIMEOUT_SECONDS,
    zipBudgetKb: 230,
  },
  {
    name: 'auditor',
    entry: 'functions/auditor/index.ts',
    impact: 'Auditors cannot query, replay or export decisions; nothing is lost.',
    triggers: [{ kind: 'routes', audience: 'auditor' }],
    // It appends because every read of a dossier is itself recorded, and unseals because a person’s code is
    // searched for by its keyed hash.
    grants: [
      'registry:read',
      'journal:read',
      'journal:append',
      'ledger:read',
      'files:issue',
      'exports:use',
      'personal-data:unseal',
    ],
    settings: ['CLAIMS'],
    memoryMb: 1024,
    timeoutSeconds: API_TIMEOUT_SECONDS,
    zipBudgetKb: 305,
  },
  {
    name: 'officer',
    entry: 'functions/officer/index.ts',
    impact:
      'Programmes cannot be published, premises and funds not be kept; running applications are not affected.',
    triggers: [{ kind: 'routes', audience: 'officer' }],
    grants: ['registry:read', 'registry:write', 'journal:read', 'journal:append'],
    settings: ['CLAIMS'],
    memoryMb: 512,
    timeoutSeconds: API_TIMEOUT_SECONDS,
    zipBudgetKb: 205,
  },
  {
    name: 'sealer',
    entry: 'functions/sealer/index.ts',
    impact: 'New decisions are kept but not sealed: auditors cannot yet prove that they are unaltered.',
    triggers: [{ kind: 'journal' }, { kind: 'schedule', everyMinutes: 15 }],
    grants: [
      'registry:read',
      'seal-register:write',
      'journal:read',
      'journal:scan',
      'ledger:read',
      'ledger:append',
      'checkpoint:sign',
    ],
    settings: [],
    memoryMb: 1024,
    timeoutSeconds: 120,
    zipBudgetKb: 225,
  },
  {
    name: 'exporter',
    entry: 'functions/exporter/index.ts',
    impact: 'Long exports stand still where they are; short ones are made at once and not affected.',
    // The Journal’s stream has two readers already, which is as many as it serves well.
    triggers: [{ kind: 'schedule', everyMinutes: 2 }],
    grants: [
      'registry:read',
      'journal:read',
      'ledger:read',
      'files:issue',
      'exports:use',
      'personal-data:unseal',
    ],
    settings: [],
    memoryMb: 1024,
    timeoutSeconds: 600,
    zipBudgetKb: 250,
  },
  {
    name: 'clock',
    entry: 'functions/clock/index.ts',
    impact: 'Deadlines, lapses and public notices are not acted on in time; the next run catches up.',
    triggers: [{ kind: 'schedule', everyMinutes: 5 }],
    // Accepting by silence may need the rules' word on which stage comes next, and they look at once-only keys.
    grants: [
      'registry:read',
      'registry:write',
      'journal:read',
      'journal:append',
      'documents:remove',
      'personal-data:unseal',
    ],
    settings: ['MAIL'],
    memoryMb: 512,
    timeoutSeconds: 240,
    zipBudgetKb: 232,
  },
  {
    name: 'notifier',
    entry: 'functions/notifier/index.ts',
    impact: 'Messages and mails arrive late; no act is lost or repeated.',
    triggers: [{ kind: 'journal' }, { kind: 'schedule', everyMinutes: 5 }],
    grants: ['registry:read', 'registry:write', 'journal:read', 'mail:send', 'bus:publish'],
    settings: ['PORTAL_ORIGIN'],
    memoryMb: 512,
    timeoutSeconds: 60,
    zipBudgetKb: 260,
  },
  {
    name: 'claims',
    entry: 'functions/claims/index.ts',
    impact: 'Nobody can sign in; people who are signed in go on until their token ends.',
    triggers: [{ kind: 'sign-in' }],
    grants: [],
    settings: [],
    memoryMb: 256,
    timeoutSeconds: 5,
    zipBudgetKb: 2,
  },
  {
    name: 'portal',
    entry: 'functions/portal/index.ts',
    impact: 'Nobody can open the portal; pages that are open go on working.',
    triggers: [{ kind: 'page' }],
    grants: [],
    settings: ['CONNECT_TO'],
    memoryMb: 256,
    timeoutSeconds: 5,
    zipBudgetKb: 40,
  },
] as const satisfies readonly FunctionDeclaration[];

/** The names of all settings that a function reads, without repeats. */
export const environmentOf = ({ grants: granted, settings }: FunctionDeclaration): EnvironmentKey[] => [
  ...new Set<EnvironmentKey>([
    ...granted.flatMap((grant): readonly EnvironmentKey[] => grants[grant]),
    ...settings,
  ]),
];

/** Whether any of a function's triggers is of this kind. */
export const startsOn = ({ triggers }: FunctionDeclaration, kind: Trigger['kind']): boolean =>
  triggers.some((trigger) => trigger.kind === kind);
