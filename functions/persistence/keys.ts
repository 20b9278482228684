import { townOfPremises } from '../../shared/premises/site.ts';

/**
 * Every key of the two tables, in one place. Nothing in a key names a person: people appear by their account
 * id, enterprises and rosters by keyed hashes, cases by random numbers.
 */
export type RegistryKey = { readonly pk: string; readonly sk: string };
export type JournalKey = { readonly pk: string; readonly seq: number };

const registryKey = (pk: string, sk: string): RegistryKey => ({ pk, sk });
const padded = (count: number, digits: number): string => String(count).padStart(digits, '0');

/** All that belongs to one case is one partition: a page about it is one query. */
export const casePartition = (caseId: string): string => `case#${caseId}`;
export const caseIdOf = (partition: string): string => partition.replace(/^case#/, '');
export const headKey = (caseId: string): RegistryKey => registryKey(casePartition(caseId), 'head');
export const draftKey = (caseId: string): RegistryKey => registryKey(casePartition(caseId), 'draft');
export const reportDraftKey = (caseId: string, obligation: string, round: number): RegistryKey =>
  registryKey(casePartition(caseId), `report-draft#${obligation}#${padded(round, 4)}`);
export const revisionKey = (caseId: string, revision: number): RegistryKey =>
  registryKey(casePartition(caseId), `rev#${padded(revision, 4)}`);
export const reportKey = (caseId: string, report: number): RegistryKey =>
  registryKey(casePartition(caseId), `report#${padded(report, 4)}`);
export const documentKey = (caseId: string, documentId: string): RegistryKey =>
  registryKey(casePartition(caseId), `doc#${documentId}`);
export const documentIdOf = (sortKey: string): string => sortKey.replace(/^doc#/, '');

/** The cases of a town that were granted something. */
export const awardsPartition = (town: string): string => `awards#${town}`;
export const awardEntryKey = (town: string, caseId: string): RegistryKey =>
  registryKey(awardsPartition(town), caseId);
/** What a town noted of people on the rosters of its factories; they appear by keyed hashes. */
export const employeesPartition = (town: string): string => `employees#${town}`;
export const employeeKey = (town: string, person: string): RegistryKey =>
  registryKey(employeesPartition(town), person);
export const employeeChain = (town: string, person: string): string => `employee:${town}:${person}`;

/** Who looks after which enterprise in a town. */
export const helpersPartition = (town: string): string => `helpers#${town}`;
export const helperKey = (town: string, enterprise: string): RegistryKey =>
  registryKey(helpersPartition(town), enterprise);
export const helperChain = (town: string, enterprise: string): string => `helper:${town}:${enterprise}`;

/** Which courses people of a town want and which are planned. */
export const coursesPartition = (town: string): string => `courses#${town}`;
export const courseWishKey = (town: string, year: number, occupation: string): RegistryKey =>
  registryKey(coursesPartition(town), `wish#${year}#${occupation}`);
/** By which a wish that comes again is known, and nobody's: forgotten within hours. */
export const courseWishReceiptKey = (commandId: string): RegistryKey =>
  registryKey(`course-wish#${commandId}`, 'receipt');
export const coursePlanKey = (town: string, plan: string): RegistryKey =>
  registryKey(coursesPartition(town), `plan#${plan}`);
export const courseApplicationKey = (town: string, plan: string, caseId: string): RegistryKey =>
  registryKey(coursesPartition(town), `applied#${plan}#${caseId}`);
export const courseChain = (town: string, plan: string): string => `course:${town}:${plan}`;

/** Whose appointment an item has; the index over it says when (see storage/tables.ts). */
export const agendas = { clock: 'clock', notifier: 'notifier', drafts: 'drafts' } as const;

/** The cases of an account, by the instant they were started. */
export const accountPartition = (account: string): string => `applicant#${account}`;
export const pointerKey = (account: string, startedAt: string, caseId: string): RegistryKey =>
  registryKey(accountPartition(account), `case#${startedAt}#${caseId}`);

/** Where an account can be reached. */
export const contactKey = (account: string): RegistryKey => registryKey(accountPartition(account), 'contact');
/** Up to when an account has read its inbox. */
export const readMarkKey = (account: string): RegistryKey =>
  registryKey(accountPartition(account), 'read-through');

/** Messages in the order in which they arrived. */
export const inboxPartition = (recipient: string): string => `inbox#${recipient}`;
export const inboxKey = (recipient: string, arrived: string, source: string): RegistryKey =>
  registryKey(inboxPartition(recipient), `${arrived}#${source}`);

/** What was told of an occasion, and what of it still has to leave. */
const announcementPartition = (source: string): string => `announcement#${source}`;
export const announcementKey = (source: string): RegistryKey =>
  registryKey(announcementPartition(source), 'made');
export const deliveryKey = (source: string, channel: string, to: string): RegistryKey =>
  registryKey(announcementPartition(source), `${channel}#${to}`);
export const notifierCursorKey: RegistryKey = registryKey('notifier', 'cursor');
/** What a mail adapter that sends nothing has kept. */
export const outboxPartition = 'outbox';
export const outboxKey = (at: string, id: string): RegistryKey => registryKey(outboxPartition, `${at}#${id}`);

/** Holidays of years, in the order of their coming into force within a year. */
export const calendarPartition = 'calendar-years';
export const calendarYearKey = (year: number, inForceFrom: string): RegistryKey =>
  registryKey(calendarPartition, `${year}#${inForceFrom}`);

export const programmeListPartition = 'programmes';
export const programmeEntryKey = (programmeId: string): RegistryKey =>
  registryKey(programmeListPartition, programmeId);
const programmePartition = (programmeId: string): string => `programme#${programmeId}`;
export const programmeVersionKey = (programmeId: string, version: number): RegistryKey =>
  registryKey(programmePartition(programmeId), `v#${padded(version, 6)}`);

export const lockKey = (lock: string): RegistryKey => registryKey(`lock#${lock}`, 'lock');
/** The funds of a year are one partition; their ids end in it. */
export const fundsPartition = (year: number | string): string => `funds#${year}`;
export const fundKey = (fundId: string): RegistryKey =>
  registryKey(fundsPartition(fundId.slice(fundId.lastIndexOf(':') + 1)), fundId);
export const fundMovementsPartition = (fundId: string): string => `fund#${fundId}`;
export const fundMovementKey = (fundId: string, at: string, chain: string, seq: number): RegistryKey =>
  registryKey(fundMovementsPartition(fundId), `${at}#${chain}#${padded(seq, 6)}`);
export const capKey = (capId: string): RegistryKey => registryKey(`cap#${capId}`, 'cap');
/** What is in public notice now. */
export const noticesPartition = 'notices';
export const noticeKey = (caseId: string): RegistryKey => registryKey(noticesPartition, caseId);
/** What the public wrote against a case, and where whoever wrote it finds the answer. */
export const objectionKey = (caseId: string, number: number): RegistryKey =>
  registryKey(casePartition(caseId), `objection#${padded(number, 4)}`);
export const objectionReceiptKey = (receipt: string): RegistryKey =>
  registryKey(`objection#${receipt}`, 'receipt');
/** How often somebody came in an hour; forgotten soon after. */
export const visitsKey = (what: string, who: string, hour: string): RegistryKey =>
  registryKey(`visits#${what}#${who}`, hour);

/** The sites and units of a town are one partition; their ids begin with its division code. */
export const premisesPartition = (town: string): string => `premises#${town}`;
export const siteItemKey = (siteId: string): RegistryKey =>
  registryKey(premisesPartition(townOfPremises(siteId)), `site#${siteId}`);
export const unitKey = (unitId: string): RegistryKey =>
  registryKey(premisesPartition(townOfPremises(unitId)), `unit#${unitId}`);
export const enterprisePartition = (enterprise: string): string => `enterprise#${enterprise}`;
export const profileKey = (enterprise: string): RegistryKey =>
  registryKey(enterprisePartition(enterprise), 'profile');
/** Under whose awards those of a branch with a credit code of its own count. */
export const headOfficeKey = (enterprise: string): RegistryKey =>
  registryKey(enterprisePartition(enterprise), 'head-office');
/** What was stated of an enterprise when it last applied, for the next time; sealed. */
export const statedFactsKey = (enterprise: string): RegistryKey =>
  registryKey(enterprisePartition(enterprise), 'facts');
export const enterpriseCasesPrefix = 'case#';
export const enterpriseCaseKey = (enterprise: string, submittedAt: string, caseId: string): RegistryKey =>
  registryKey(enterprisePartition(enterprise), `${enterpriseCasesPrefix}${submittedAt}#${caseId}`);
/** Cases that share something by which the same applicant shows, under its keyed hash. */
export const likenessPartition = (kind: string, hash: string): string => `likeness#${kind}#${hash}`;
export const likenessKey = (kind: string, hash: string, caseId: string): RegistryKey =>
  registryKey(likenessPartition(kind, hash), caseId);
/** What was decided on two cases that look alike, whichever of them one comes from. */
export const pairOf = (one: string, other: string): string => [one, other].toSorted().join(':');
export const duplicateKey = (pair: string): RegistryKey => registryKey(`duplicate#${pair}`, 'decision');
/** Profiles in which the officers of a town have something to decide. */
export const profileRequestsPartition = (town: string): string => `profile-requests#${town}`;
export const profileRequestKey = (town: string, enterprise: string): RegistryKey =>
  registryKey(profileRequestsPartition(town), enterprise);
/** What other registers say of an enterprise: open recoveries, the list of the dishonest. */
export const standingKey = (enterprise: string): RegistryKey =>
  registryKey(enterprisePartition(enterprise), 'standing');
export const reservationKey = (reservation: string): RegistryKey =>
  registryKey(`reservation#${reservation}`, 'reservation');
export const onceOnlyBucketKey = (bucket: number): RegistryKey =>
  registryKey(`once-only#${padded(bucket, 3)}`, 'bucket');

export const officePartition = (office: string): string => `officers#${office}`;
export const officerKey = (office: string, officerId: string): RegistryKey =>
  registryKey(officePartition(office), officerId);

export const wrappedDataKey: RegistryKey = registryKey('data-key', '000001');

/** The chain of a case, or any other chain of events: they all lie in the journal alike. */
export const journalPartition = (chain: string): string => `case#${chain}`;
export const journalKey = (chain: string, seq: number): JournalKey => ({ pk: journalPartition(chain), seq });
/** Who looked at what of a case: beside its own chain, so that reading never changes the case. */
export const accessChain = (caseId: string): string => `access:${caseId}`;
/** What was decided on two cases that look alike. */
export const duplicateChain = (pair: string): string => `duplicate:${pair}`;
/** Who may act for an enterprise, and which branches it has. */
const ofEnterprise = 'enterprise:';
export const enterpriseChain = (enterprise: string): string => `${ofEnterprise}${enterprise}`;
/** Undefined for a chain of something else. */
export const enterpriseOfChain = (chain: string): string | undefined =>
  chain.startsWith(ofEnterprise) ? chain.slice(ofEnterprise.length) : undefined;
/** What a town stated of a unit of its premises, and of a site. */
export const unitChain = (unitId: string): string => `premises:${unitId}`;
export const siteChain = (siteId: string): string => `site:${siteId}`;
/** What a fund was given and how that was changed. */
export const fundChain = (fundId: string): string => `fund:${fundId}`;
/** What was published of a year's holidays. */
export const calendarChain = (year: number): string => `calendar:${year}`;
/** What was published of a programme. */
export const programmeChain = (programmeId: string): string => `programme:${programmeId}`;

/** Where the log holds the events of a chain, 64 of them in an item: one query tells all its seals. */
export const sealPartition = (chain: string): string => `sealed#${chain}`;
export const sealsPrefix = 'seals#';
export const sealKey = (chain: string, seq: number): RegistryKey =>
  registryKey(sealPartition(chain), `${sealsPrefix}${padded(Math.floor(seq / 64), 7)}`);
/** Where a former version kept the seal of a single event. */
export const formerSealKey = (chain: string, seq: number): RegistryKey =>
  registryKey(sealPartition(chain), padded(seq, 9));
/** How far sealing has come. */
export const sealingProgressKey: RegistryKey = registryKey('sealing', 'progress');

/**
 * The index over decisions. All its partitions begin so; `making` tells one making of it from the next, which
 * takes its place when it is complete.
 */
export const decisionIndexKey = (layout: number, which: 'current' | 'coming'): RegistryKey =>
  registryKey('decisions', `${which}#${layout}`);
export const decisionRowsPartition = (making: string): string => `decisions#${making}#rows`;
export const decisionRowsKey = (making: string, chunk: number): RegistryKey =>
  registryKey(decisionRowsPartition(making), padded(chunk, 9));
export const postingKey = (making: string, name: string, block: number | 'newest'): RegistryKey =>
  registryKey(`decisions#${making}#${name}`, typeof block === 'number' ? padded(block, 6) : block);
export const decisionDaysPartition = (making: string): string => `decisions#${making}#days`;
export const decisionDaysKey = (making: string, year: string): RegistryKey =>
  registryKey(decisionDaysPartition(making), year);
export const decisionMonthsPartition = (making: string): string => `decisions#${making}#months`;
export const decisionMonthKey = (making: string, month: string): RegistryKey =>
  registryKey(decisionMonthsPartition(making), month);
export const recipientKey = (making: string, recipient: string): RegistryKey =>
  registryKey(`decisions#${making}#recipient#${recipient}`, 'approvals');
