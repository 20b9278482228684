const usualAtOnce = 8;

/** Does something with every item, a few at a time; answers in their order. The first error ends it. */
export async function concurrently<T, R>(
  items: readonly T[],
  act: (item: T) => Promise<R>,
  atOnce = usualAtOnce,
): Promise<readonly R[]> {
  const results: R[] = [];
  const waiting = items.entries();
  let failed = false;
  const work = async (): Promise<void> => {
    for (const [at, item] of waiting) {
      if (failed) return;
      try {
        results[at] = await act(item);
      } catch (error) {
        failed = true;
        throw error;
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, work));
  return results;
}
