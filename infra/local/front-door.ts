import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { KeptLetter } from '../../functions/persistence/outbox.ts';
import { type Gateway, problem } from './gateway/gateway.ts';
import { writeAnswer } from './gateway/http-payload.ts';
import type { Issuer } from './issuer/issuer.ts';
import { writeOutboxPage } from './outbox-page.ts';

export type FrontDoorOptions = {
  /** The one address of the system: pages asked for under another name are sent here. */
  readonly origin: string;
  readonly gateway: Gateway;
  readonly issuer: Issuer;
  /** Answers what is neither API nor issuer; false when it has nothing to answer. */
  readonly portal: (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;
  /** What would have been mailed from here, where nothing is. */
  readonly outbox?: (() => Promise<readonly KeptLetter[]>) | undefined;
  readonly onError: (error: unknown, requestId: string) => void;
};

/** Everything behind one port, as behind one CDN: the portal, the API, the issuer. */
export function frontDoor({ origin, gateway, issuer, portal, outbox, onError }: FrontDoorOptions) {
  const { host } = new URL(origin);
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = request.url ?? '/';
    if (path.startsWith('/api/')) return gateway.handle(request, response);
    if (request.method === 'GET' && request.headers.host !== host) {
      // `localhost` would be another origin to the browser: signed out, and unknown to the issuer.
      response.writeHead(307, { location: origin + path }).end();
      return;
    }
    if (path.startsWith('/issuer/')) return issuer.handle(request, response);
    if (path === '/outbox' && outbox !== undefined) return writeOutboxPage(response, await outbox());
    if (!(await portal(request, response)))
      writeAnswer(response, problem({ code: 'route-not-found' }, randomUUID()));
  };
  return (request: IncomingMessage, response: ServerResponse): void => {
    answer(request, response).catch((error: unknown) => {
      const requestId = randomUUID();
      onError(error, requestId);
      if (response.headersSent) response.destroy();
      else writeAnswer(response, problem({ code: 'internal-error', params: { requestId } }, requestId));
    });
  };
}
