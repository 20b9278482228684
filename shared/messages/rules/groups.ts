import type { awardEvents } from '../../workflow/award/award-events.ts';
import type { EventType } from '../../workflow/event.ts';

export type AwardEvent = keyof typeof awardEvents;
export type ApplicationEvent = Exclude<EventType, AwardEvent>;
