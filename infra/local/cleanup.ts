export type Cleanup = {
  /** What to undo when the system stops, or when a later step of its start fails. */
  add(undo: () => Promise<unknown>): void;
  /** Undoes everything, the latest first. */
  run(): Promise<void>;
};

export function cleanup(): Cleanup {
  const steps: (() => Promise<unknown>)[] = [];
  return {
    add: (undo) => steps.push(undo),
    run: async () => {
      for (let undo = steps.pop(); undo !== undefined; undo = steps.pop()) await undo();
    },
  };
}
