import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { busSource } from '../../shared/messages/bus-schemas.ts';

type BusEvent = { readonly type: string; readonly at: string; readonly detail: object };
/** @throws when the bus has not taken the event. */
export type Bus = (event: BusEvent) => Promise<void>;

export function eventBridge(region: string, name: string): Bus {
  const client = new EventBridgeClient({ region });
  return async ({ type, at, detail }) => {
    const { FailedEntryCount = 0, Entries } = await client.send(
      new PutEventsCommand({
        Entries: [
          {
            EventBusName: name,
            Source: busSource,
            DetailType: type,
            Time: new Date(at),
            Detail: JSON.stringify(detail),
          },
        ],
      }),
    );
    if (FailedEntryCount > 0) throw new Error(`the bus answered ${Entries?.[0]?.ErrorCode ?? 'nothing'}`);
  };
}
