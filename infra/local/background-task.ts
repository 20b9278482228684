export type BackgroundTask = {
  /** Asks for a run soon. Rings that come while one is under way are answered by one more. */
  ring(): void;
  /** Runs now, or once more after the run that is under way; settles when that is done. Rejects as the run does. */
  run(): Promise<void>;
  /** From now on it runs by itself as well, so often. */
  every(ms: number): void;
  /** Lets the run under way finish; no other begins. */
  stop(): Promise<void>;
};

export type BackgroundOptions = {
  readonly run: () => Promise<void>;
  readonly onError: (error: unknown) => void;
};

/** Several acts within a moment share one run. */
const RING_DELAY_MS = 50;

/** What the cloud starts by streams and schedules: never twice at once, and an error does not end it. */
export function backgroundTask({ run, onError }: BackgroundOptions): BackgroundTask {
  let stopped = false;
  let last: Promise<void> = Promise.resolve();
  let rung: NodeJS.Timeout | undefined;

  const runAfterLast = (): Promise<void> => {
    const next = last.catch(() => undefined).then(() => (stopped ? undefined : run()));
    last = next;
    return next;
  };
  const ring = (): void => {
    if (stopped || rung !== undefined) return;
    rung = setTimeout(() => {
      rung = undefined;
      runAfterLast().catch(onError);
    }, RING_DELAY_MS);
  };
  let schedule: NodeJS.Timeout | undefined;

  return {
    ring,
    run: runAfterLast,
    every: (ms) => {
      if (!stopped) schedule ??= setInterval(ring, ms);
    },
    stop: async () => {
      stopped = true;
      clearInterval(schedule);
      clearTimeout(rung);
      await last.catch(() => undefined);
    },
  };
}
