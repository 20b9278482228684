import { randomUUID } from 'node:crypto';
import { actOnCase } from '../../functions/cases/act-on-case.ts';
import { appraise } from '../../functions/cases/appraise.ts';
import { pinnedProgramme } from '../../functions/cases/pinned-programme.ts';
import { saveAct } from '../../functions/cases/save-act.ts';
import { enterpriseKey, siteKey } from '../../functions/cases/subject-keys.ts';
import { openFund } from '../../functions/funds/keep-fund.ts';
import { publish } from '../../functions/officer/publish.ts';
import { readHead } from '../../functions/persistence/head.ts';
import { revisionDigest, revisionWrite } from '../../functions/persistence/revision.ts';
import type { System } from '../../functions/system.ts';
import { fictionalCreditCode } from '../../infra/local/demo/fictional-enterprise.ts';
import { fictionalPerson } from '../../infra/local/demo/fictional-person.ts';
import type { ActResultDto } from '../../shared/api/dto/case.ts';
import type { Outcome } from '../../shared/api/errors.ts';
import { dateInShanghai } from '../../shared/calendar/instant.ts';
import type { Answers } from '../../shared/forms/answers.ts';
import { protectAnswers } from '../../shared/forms/protect-answers.ts';
import type { Actor } from '../../shared/identity/actor.ts';
import type { Programme } from '../../shared/programmes/programme.ts';
import type { CaseCommand } from '../../shared/workflow/command.ts';
import type { Party } from '../../shared/workflow/context.ts';
import { arriveAt } from '../../shared/workflow/stages.ts';
import { type InProcess, person, startInProcess } from './in-process.ts';
import { raceGrant, raceNotice, raceRent } from './race-programmes.ts';

const decider = person('human-resources-reviewer-1');
const applicant = person('applicant-gloves');
const town = '610926108';

export const raceFund = 'county:race-grant:2026';

/**
 * A county whose cases begin before their last decision: races are about that one, and need hundreds.
 * @param allocated what its fund holds, in fen.
 */
export async function startRaceCounty(allocated = 0) {
  const county = await startInProcess();
  for (const programme of [raceGrant, raceNotice, raceRent]) {
    done(await publish(county.system, person('policy-officer'), programme));
  }
  const name = { funder: 'county', programme: 'race-grant', year: 2026 };
  const opening = { ...name, commandId: randomUUID(), allocated, reason: '年初预算' };
  done(await openFund(county.system, person('finance-officer-1'), opening));
  return county;
}

export function done<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
  return outcome.value;
}

let cases = 0;
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

function nextCaseId(): string {
  cases += 1;
  const digits = [...cases.toString(32).padStart(10, '0')].map(
    (digit) => letters[Number.parseInt(digit, 32)],
  );
  return `PL-${digits.slice(0, 5).join('')}-${digits.slice(5).join('')}`;
}

/** The nth enterprise: its code is its own. */
export const codeOfEnterprise = (number: number): string => fictionalCreditCode(20_000 + number);

export const answersOf = (number: number, more: Answers): Answers => ({
  town,
  site: `第 ${number} 处`,
  enterpriseName: `第 ${number} 家（演示）`,
  creditCode: codeOfEnterprise(number),
  legalId: fictionalPerson(30_000 + number).residentId,
  industry: 'other',
  ...more,
});

/** A case that was handed in, accepted and claimed: its last decision only waits to be sent. */
export async function atItsDecision(
  { system }: Pick<InProcess, 'system'>,
  programmeId: string,
  answers: Answers,
): Promise<string> {
  const published = await pinnedProgramme(system, { id: programmeId, version: 1 });
  const { programme, hash } = published;
  const now = system.now();
  const dataKey = await system.dataKey();
  const kept = protectAnswers(programme.form, answers, {
    keyOf: (type, value) => dataKey.keyedHash(type, value),
    today: dateInShanghai(now),
  });
  const caseId = nextCaseId();
  const subject = {
    town,
    enterprise: enterpriseKey(programme, kept.answers, dataKey),
    site: siteKey(programme, kept.answers, dataKey),
    routing: {},
  };
  const digest = revisionDigest(kept.answers);
  const { appraisal } = await appraise(system, {
    caseId,
    programme,
    answers: kept.answers,
    digest,
    ...subject,
  });
  const revision = { number: 1, digest, documents: [] };
  const view = { actor: applicant, enterprises: [], now, programme, calendar: await system.calendarAt(now) };
  const submission: CaseCommand<'submit'> = {
    type: 'submit',
    declaration: { version: '2026-1', agreed: true },
  };
  const saved = await saveAct(system, {
    caseId,
    head: undefined,
    actor: applicant,
    envelope: { commandId: randomUUID(), version: 0, command: submission },
    now,
    programme,
    decision: {
      event: {
        type: 'application-submitted',
        data: {
          programme: { id: programme.id, version: programme.version, hash },
          applicant: applicant.id,
          ...subject,
          declaration: '2026-1',
          revision,
          owed: [],
          evaluation: appraisal.evaluation,
          next: arriveAt(lastStage(programme), subject, view),
        },
      },
      effects: [],
    },
    enterpriseName: String(answers.enterpriseName),
    writes: [revisionWrite(system.tables, dataKey, { caseId, at: now, ...revision }, kept)],
  });
  if (saved.kind !== 'saved') throw new Error(JSON.stringify(saved));
  done(await act(system, decider, caseId, 1, { type: 'claim' }));
  return caseId;
}

function lastStage({ stages }: Programme) {
  const last = stages.at(-1);
  if (last === undefined) throw new Error('no stages');
  return last;
}

const party = (actor: Actor): Party => ({ actor, enterprises: [] });

export const act = (
  system: System,
  actor: Actor,
  caseId: string,
  version: number,
  command: CaseCommand,
): Promise<Outcome<ActResultDto>> =>
  actOnCase(system, party(actor), () => true, caseId, { commandId: randomUUID(), version, command });

/** The last decision: yes, to what was asked for. */
export const approve = (system: System, caseId: string, amount: number): Promise<Outcome<ActResultDto>> =>
  act(system, decider, caseId, 2, { type: 'approve', amount, reason: '符合条件', checklist: ['checked'] });

/** `done`, or the code it was refused with. */
export const answerOf = (outcome: Outcome<unknown>): string => (outcome.ok ? 'done' : outcome.refusal.code);

/** Whoever loses keeps their work: the case stands where it stood, with the officer who had it. */
export async function stillWaits({ system }: Pick<InProcess, 'system'>, caseId: string): Promise<boolean> {
  const state = (await readHead(system.tables, caseId))?.state;
  return state?.status === 'under-review' && state.version === 2 && state.officer === decider.id;
}
