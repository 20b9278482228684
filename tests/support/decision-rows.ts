import type { DecisionRow } from '../../shared/decisions/decision-row.ts';
import type { FindingId } from '../../shared/decisions/findings.ts';
import type { Outcome } from '../../shared/decisions/outcome.ts';
import { townOfficeId } from '../../shared/identity/office.ts';
import { towns } from '../../shared/identity/town.ts';

/** Numbers from 0 up to 1 that look random and are the same at every run (mulberry32). */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

type Step = {
  readonly stage: string;
  readonly office: string;
  readonly outcomes: readonly (readonly [Outcome, number])[];
  readonly promised: number;
};

const townSteps: readonly Step[] = [
  {
    stage: 'acceptance',
    office: 'town',
    promised: 5,
    outcomes: [
      ['accepted', 0.84],
      ['returned', 0.13],
      ['not-accepted', 0.03],
    ],
  },
  {
    stage: 'town-review',
    office: 'town',
    promised: 7,
    outcomes: [
      ['recommended', 0.93],
      ['opposed', 0.07],
    ],
  },
];
const bureauSteps = (bureau: string): readonly Step[] => [
  ...townSteps,
  {
    stage: 'bureau-review',
    office: bureau,
    promised: 10,
    outcomes: [
      ['stage-approved', 0.5],
      ['approved', 0.38],
      ['refused', 0.12],
    ],
  },
  {
    stage: 'joint-meeting',
    office: 'county-office',
    promised: 5,
    outcomes: [
      ['approved', 0.95],
      ['refused', 0.05],
    ],
  },
];

const programmes: readonly {
  id: string;
  versions: number;
  steps: readonly Step[];
  amounts: readonly number[];
}[] = [
  {
    id: 'startup-grant',
    versions: 5,
    steps: bureauSteps('human-resources-bureau'),
    amounts: [10_000_000, 5_000_000, 3_000_000],
  },
  {
    id: 'training-subsidy',
    versions: 4,
    steps: bureauSteps('human-resources-bureau'),
    amounts: [8_750_000, 20_000_000, 50_000],
  },
  {
    id: 'rent-free-premises',
    versions: 3,
    steps: bureauSteps('poverty-relief-bureau'),
    amounts: [28_800_000, 57_600_000],
  },
  { id: 'town-cash-support', versions: 2, steps: townSteps, amounts: [5_000_000] },
];

const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const findingShares: readonly (readonly [FindingId, number])[] = [
  ['against-rules', 0.01],
  ['amount-differs', 0.06],
  ['unusual-speed', 0.02],
  ['other-programme-too', 0.03],
  ['outside-office', 0.001],
];

export type HistoryShape = {
  readonly decisions: number;
  /** Instants between which the decisions lie. */
  readonly from: string;
  readonly until: string;
  readonly seed?: number;
};

/**
 * A county's history of so many decisions in the order of the log, as the mix of towns, bureaus, officers and
 * sums would have it: busy towns and quiet ones, a case of some six decisions, a few that were sealed late.
 */
export function* decisionRows({ decisions, from, until, seed = 1 }: HistoryShape): Generator<DecisionRow> {
  const random = randomNumbers(seed);
  const below = (count: number): number => Math.floor(random() * count);
  const pick = <T>(items: readonly T[]): T => items[below(items.length)]!;
  const busyTown = () => towns[Math.floor(random() ** 1.7 * towns.length)]!;
  const weighted = (outcomes: Step['outcomes']): Outcome => {
    let left = random();
    for (const [outcome, share] of outcomes) {
      left -= share;
      if (left < 0) return outcome;
    }
    return outcomes[0]![0];
  };
  const text = (length: number) => Array.from({ length }, () => letters[below(32)]).join('');
  const uuid = () => [8, 4, 4, 4, 12].map((length) => text(length).toLowerCase()).join('-');

  const begin = Date.parse(from);
  const span = Date.parse(until) - begin;
  const officers = new Map<string, string[]>();
  const officerOf = (office: string): string => {
    const known = officers.get(office) ?? Array.from({ length: office.startsWith('town') ? 12 : 40 }, uuid);
    officers.set(office, known);
    return pick(known);
  };
  type Case = {
    caseId: string;
    programme: (typeof programmes)[number];
    version: number;
    town: string;
    applicant: string;
    enterprise: string;
    enterpriseName: string;
    step: number;
    seq: number;
    amount: number;
  };
  const open: Case[] = [];
  const known: Pick<Case, 'applicant' | 'enterprise' | 'enterpriseName' | 'town'>[] = [];

  for (let nth = 0; nth < decisions; nth += 1) {
    if (open.length < 40 || random() < 0.2) {
      const who =
        known.length > 0 && random() < 0.3
          ? pick(known)
          : {
              applicant: uuid(),
              enterprise: `91610926${text(10)}`,
              enterpriseName: `平利县${pick(['嘉鸿', '秦巴', '女娲', '富硒', '鑫源'])}${text(4)}${pick(['手套', '电子', '毛绒', '茶业', '服饰'])}有限公司`,
              town: busyTown().code,
            };
      if (known.length < 60_000) known.push(who);
      const programme = pick(programmes);
      open.push({
        ...who,
        caseId: `PL-${text(5)}-${text(5)}`,
        programme,
        version: 1 + Math.floor((nth / decisions) * programme.versions),
        step: 0,
        seq: 1,
        amount: random() < 0.4 ? pick(programme.amounts) : 10_000 * (1 + below(900)),
      });
    }
    const at = below(open.length);
    const subject = open[at]!;
    const step = subject.programme.steps[subject.step]!;
    const office = step.office === 'town' ? townOfficeId(subject.town) : step.office;
    const outcome = weighted(step.outcomes);
    const aboutMoney = !['accepted', 'returned', 'not-accepted'].includes(outcome);
    const used = Math.floor(step.promised * random() * 1.12);
    subject.seq += 1 + below(3);
    const late = random() < 0.002 ? 3 * 86_400_000 * random() : 0;
    const own = aboutMoney ? findingShares.filter(([, share]) => random() < share).map(([id]) => id) : [];
    yield {
      caseId: subject.caseId,
      seq: subject.seq,
      at: new Date(Math.max(begin, begin + (span * nth) / decisions - late)).toISOString(),
      event: outcome,
      programme: subject.programme.id,
      version: subject.version,
      town: subject.town,
      office,
      officer: officerOf(office),
      stage: step.stage,
      outcome,
      applicant: subject.applicant,
      enterprise: subject.enterprise,
      amount: aboutMoney && outcome !== 'refused' ? subject.amount : 0,
      computed: aboutMoney ? subject.amount : 0,
      used,
      promised: step.promised,
      index: nth * 3,
      enterpriseName: subject.enterpriseName,
      findings: [...own, ...(used > step.promised ? (['late'] as const) : [])],
    };
    if (outcome !== 'returned') subject.step += 1;
    const ended =
      ['not-accepted', 'refused', 'approved'].includes(outcome) ||
      subject.step === subject.programme.steps.length;
    if (ended) open.splice(at, 1);
  }
}
