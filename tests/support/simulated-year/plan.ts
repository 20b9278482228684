/** What the people of one case will do, and after how many days; who does nothing is waited for. */
export type Plan = {
  readonly index: number;
  readonly town: string;
  /** Milliseconds since 1970. */
  readonly submittedAt: number;
  /** Minute of the day (UTC) at which everybody acts on this case: between nine and five in Beijing. */
  readonly minute: number;
  readonly acceptance: 'accept' | 'return' | 'not-accept' | 'nothing';
  readonly acceptanceDays: number;
  /** After being returned; undefined: never. */
  readonly correctionDays: number | undefined;
  /** After the correction; undefined: never, so that silence accepts. */
  readonly againDays: number | undefined;
  readonly townDays: number | undefined;
  readonly townClaimDays: number;
  /** Fen recommended and approved. */
  readonly amount: number;
  readonly bureauDays: number | undefined;
  readonly bureauClaimDays: number;
  readonly expediteDays: number | undefined;
  readonly extendDays: number | undefined;
  readonly decision: 'approve' | 'refuse';
  readonly jointDays: number | undefined;
  readonly objectionDays: number | undefined;
  readonly answerDays: number;
  readonly upheld: boolean;
  readonly paymentDays: number | undefined;
  readonly withdrawDays: number | undefined;
  readonly reviewDays: number | undefined;
  readonly reviewAnswerDays: number;
  readonly revoked: boolean;
};

/** Mulberry32: the same numbers for the same seed, on every machine. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const dayMs = 86_400_000;
/** Applications come in until shortly before Christmas; what follows them reaches into the next year. */
const wholeYear = { from: '2026-01-05', to: '2026-12-24' };
const towns = ['610926100', '610926102', '610926106', '610926108'];

export function makePlans(count: number, seed: number, { from, to } = wholeYear): readonly Plan[] {
  const [firstDay, lastDay] = [Date.parse(from), Date.parse(to)];
  const random = randomFrom(seed);
  const upTo = (most: number): number => Math.floor(random() * (most + 1));
  const often = (share: number): boolean => random() < share;
  const sometimes = <T>(share: number, value: T): T | undefined => (often(share) ? value : undefined);
  return Array.from({ length: count }, (_, index) => {
    const minute = 60 + upTo(479);
    const day = firstDay + Math.floor(random() * ((lastDay - firstDay) / dayMs)) * dayMs;
    const acceptance = random();
    return {
      index,
      town: towns[upTo(towns.length - 1)] ?? '',
      submittedAt: day + minute * 60_000,
      minute,
      acceptance:
        acceptance < 0.6
          ? 'accept'
          : acceptance < 0.85
            ? 'return'
            : acceptance < 0.9
              ? 'not-accept'
              : 'nothing',
      acceptanceDays: upTo(10),
      correctionDays: sometimes(0.85, upTo(26)),
      againDays: sometimes(0.8, upTo(9)),
      townDays: sometimes(0.95, upTo(16)),
      townClaimDays: upTo(6),
      amount: often(0.5) ? 10_000_000 : 2_000_000,
      bureauDays: sometimes(0.95, upTo(24)),
      bureauClaimDays: upTo(5),
      expediteDays: sometimes(0.2, upTo(14)),
      extendDays: sometimes(0.2, upTo(12)),
      decision: often(0.8) ? 'approve' : 'refuse',
      jointDays: sometimes(0.95, upTo(12)),
      objectionDays: sometimes(0.25, upTo(8)),
      answerDays: upTo(12),
      upheld: often(0.4),
      paymentDays: sometimes(0.9, upTo(28)),
      withdrawDays: sometimes(0.07, upTo(40)),
      reviewDays: sometimes(0.6, upTo(16)),
      reviewAnswerDays: upTo(14),
      revoked: often(0.5),
    };
  });
}
