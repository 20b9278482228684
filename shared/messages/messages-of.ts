import type { CaseEvent, EventType } from '../workflow/event.ts';
import type { Facts } from './facts.ts';
import type { Message } from './message.ts';
import type { MessageRule } from './rule.ts';
import { applicationRules } from './rules/application.ts';
import { awardRules } from './rules/award.ts';

/** Closed over all events: a new one must say whom it concerns before it compiles. */
const rules: { readonly [T in EventType]: MessageRule<T> } = { ...applicationRules, ...awardRules };

/** Everybody an event concerns, each recipient once, with what they are told. */
export function messagesOf<T extends EventType>(event: CaseEvent<T>, facts: Facts): readonly Message[] {
  const type: T = event.type;
  const rule: MessageRule<T> = rules[type];
  return rule(event.data, facts);
}
