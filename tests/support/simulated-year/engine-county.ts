import { randomUUID } from 'node:crypto';
import { actOnCase } from '../../../functions/cases/act-on-case.ts';
import { resubmitCorrection } from '../../../functions/cases/resubmit-correction.ts';
import { openFund } from '../../../functions/funds/keep-fund.ts';
import { calendarYearWrite } from '../../../functions/persistence/calendar-shelf.ts';
import { keepContact } from '../../../functions/persistence/contact.ts';
import { readHead } from '../../../functions/persistence/head.ts';
import { readChain } from '../../../functions/persistence/journal.ts';
import { enterOfficer } from '../../../functions/persistence/officer-directory.ts';
import { publishWrites } from '../../../functions/persistence/programme-shelf.ts';
import { commit } from '../../../functions/persistence/transaction.ts';
import { fictionalCreditCode } from '../../../infra/local/demo/fictional-enterprise.ts';
import type { Actor } from '../../../shared/identity/actor.ts';
import { CaseEventSchema } from '../../../shared/workflow/event.ts';
import { type InProcess, person } from '../in-process.ts';
import { aProgramme } from '../programme-builder.ts';
import { commandOf } from './commands.ts';
import { crewOf } from './crew.ts';
import { inForceFrom, notice2027, publishedAt } from './holidays.ts';
import type { Act } from './oracle.ts';
import type { Plan } from './plan.ts';

/** The handlers, the tables and the real engine, with the people of the simulated year. */
export class EngineCounty {
  readonly caseIds = new Map<number, string>();
  readonly officers = new Map<string, Actor>();
  private readonly inProcess: InProcess;

  constructor(inProcess: InProcess) {
    this.inProcess = inProcess;
  }

  async furnish(plans: readonly Plan[]): Promise<void> {
    const { tables, system } = this.inProcess;
    const programme = aProgramme();
    const about = { hash: 'a'.repeat(64), publishedAt, publishedBy: 'policy' };
    await commit(tables, publishWrites(tables, { programme, ...about }, undefined));
    for (const year of [2026, 2027]) {
      const name = { funder: 'county', programme: programme.id, year };
      const opening = { ...name, commandId: randomUUID(), allocated: 10_000_000_000, reason: '年初预算' };
      await openFund(system, person('finance-officer-1'), opening);
    }
    for (const { town, index } of plans) {
      const crew = crewOf(town, index);
      for (const actor of Object.values(crew)) if (actor.office) this.officers.set(actor.id, actor);
      await keepContact(tables, crew.applicant.id, { mail: `${crew.applicant.id}@example.com` });
    }
    for (const officer of this.officers.values()) await enterOfficer(tables, officer);
  }

  async publishHolidays(): Promise<void> {
    const { tables } = this.inProcess;
    const kept = { ...notice2027, publishedAt, publishedBy: 'policy', inForceFrom };
    await commit(tables, [calendarYearWrite(tables, kept)]);
  }

  async act(plan: Plan, act: Act): Promise<void> {
    const { clock, system } = this.inProcess;
    clock.now = act.at;
    if (act.do === 'submit') {
      await this.submit(plan);
      return;
    }
    const caseId = this.caseIds.get(plan.index) ?? '';
    const party = { actor: crewOf(plan.town, plan.index)[act.by], enterprises: [] };
    // Whoever acts on a page from before the clock was there looks again, and then does it.
    for (let tries = 1; ; tries += 1) {
      const { version } = (await readHead(system.tables, caseId))!.state;
      const command = commandOf(act);
      const envelope = { commandId: randomUUID(), version };
      const outcome =
        command.type === 'resubmit'
          ? await resubmitCorrection(system, party, () => true, caseId, { ...envelope, command })
          : await actOnCase(system, party, () => true, caseId, { ...envelope, command });
      if (outcome.ok) return;
      if (outcome.refusal.code !== 'stale-version' || tries === 3) {
        throw new Error(`${act.do} of ${plan.index}: ${JSON.stringify(outcome.refusal)}`);
      }
    }
  }

  private async submit({ town, index }: Plan): Promise<void> {
    const call = this.inProcess.as(crewOf(town, index).applicant);
    const start = { commandId: randomUUID(), programmeId: 'test-grant' };
    const { caseId, draftVersion } = await call('startApplication', { body: start });
    const answers = {
      town,
      site: `第 ${index} 车间`,
      enterpriseName: `第 ${index} 工厂`,
      creditCode: fictionalCreditCode(index),
      legalId: '11010519491231002X',
      industry: '手套',
    };
    await call('saveDraft', { params: { caseId }, body: { draftVersion, answers } });
    const declaration = { version: '2026-1', agreed: true } as const;
    const body = { commandId: randomUUID(), version: 0, command: { type: 'submit', declaration } } as const;
    await call('actOnApplication', { params: { caseId }, body });
    this.caseIds.set(index, caseId);
  }

  async journalOf(plan: Plan) {
    const chain = await readChain(this.inProcess.tables, this.caseIds.get(plan.index) ?? '');
    return chain.map(({ type, data, at, actor }) => ({
      at,
      actor: actor.id,
      event: CaseEventSchema.parse({ type, data }),
    }));
  }
}
