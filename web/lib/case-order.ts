const storageKey = 'case-order';

/** The cases of the worklist as it was last looked at, so that the case page knows the next one. */
export const keepCaseOrder = (caseIds: readonly string[]): void =>
  sessionStorage.setItem(storageKey, JSON.stringify(caseIds));

function caseOrder(): readonly string[] {
  const value: unknown = JSON.parse(sessionStorage.getItem(storageKey) ?? '[]');
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

/** The cases before and after this one. */
export function neighbours(caseId: string): { readonly previous?: string; readonly next?: string } {
  const order = caseOrder();
  const place = order.indexOf(caseId);
  const previous = order[place - 1];
  // A case that is off the list by now leaves its place to the one that followed it.
  const next = order[place + 1];
  return { ...(place > 0 && previous && { previous }), ...(next && { next }) };
}
