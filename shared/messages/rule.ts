import type { CaseEvent, EventType } from '../workflow/event.ts';
import type { Facts } from './facts.ts';
import type { Message } from './message.ts';

/** Whom an event concerns and what they are told. */
export type MessageRule<T extends EventType> = (
  data: CaseEvent<T>['data'],
  facts: Facts,
) => readonly Message[];

/** Concerns nobody who does not know it already. */
export const nobody = (): readonly Message[] => [];
