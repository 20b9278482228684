export type RateLimit = {
  /** Requests a client may make at once after a pause, … */
  readonly burst: number;
  /** … and in the long run. */
  readonly perSecond: number;
};

/** Beyond this many clients, those who may use their whole burst again are forgotten. */
const CLIENTS = 10_000;

/**
 * A bucket of requests per client, refilled steadily.
 * @param now milliseconds.
 * @returns whether this request of this client may pass.
 */
export function rateLimiter(
  { burst, perSecond }: RateLimit,
  now: () => number = () => performance.now(),
): (client: string) => boolean {
  const buckets = new Map<string, { left: number; at: number }>();
  const refilled = (bucket: { left: number; at: number }): number =>
    Math.min(burst, bucket.left + ((now() - bucket.at) / 1000) * perSecond);
  return (client) => {
    if (buckets.size > CLIENTS) {
      for (const [name, bucket] of buckets) if (refilled(bucket) >= burst) buckets.delete(name);
    }
    const known = buckets.get(client);
    const left = known === undefined ? burst : refilled(known);
    const passes = left >= 1;
    buckets.set(client, { left: passes ? left - 1 : left, at: now() });
    return passes;
  };
}
