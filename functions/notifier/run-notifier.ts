import { announceEvents } from './announce-events.ts';
import { type Delivered, deliverDue } from './deliver.ts';
import type { NotifierSystem } from './notifier-system.ts';

/** One run: tell what is new in the journal, then send what waits to leave. Runs may overlap. */
export async function runNotifier(
  system: NotifierSystem,
  mayGoOn: () => boolean = () => true,
): Promise<Delivered & { readonly announced: number }> {
  const announced = await announceEvents(system);
  return { announced, ...(await deliverDue(system, mayGoOn)) };
}
