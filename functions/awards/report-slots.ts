import type { Programme, Slot } from '../../shared/programmes/programme.ts';

/** The documents that a report on this obligation may bring. */
export const reportSlots = ({ obligations }: Programme, obligation: string): readonly Slot[] =>
  obligations.find(({ id }) => id === obligation)?.documents ?? [];
