const usualAtOnce = 8;

/** Does something with every item, a few at a time; the first error ends it. */
export async function concurrently<T, R>(
  items: readonly T[],
  act: (item: T) => Promise<R>,
  atOnce = usualAtOnce,
): Promise<readonly R[]> {
  const results: R[] = [];
  for (let from = 0; from < items.length; from += atOnce) {
    results.push(...(await Promise.all(items.slice(from, from + atOnce).map(act))));
  }
  return results;
}
