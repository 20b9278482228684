import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { PortTaken, systemErrorCode } from './start-problem.ts';

export type HttpServer = {
  readonly port: number;
  /** Takes no more requests, lets those under way finish for a moment, then cuts them. May be repeated. */
  stop(): Promise<void>;
};

/** Long enough for a review act, short enough for someone who pressed Ctrl-C. */
const GRACE_MS = 2000;

/**
 * Listens on this machine only.
 * @param port 0: any free one.
 * @throws PortTaken
 */
export async function listen(
  handle: (request: IncomingMessage, response: ServerResponse) => void,
  port: number,
): Promise<HttpServer> {
  const server = createServer(handle);
  server.listen(port, '127.0.0.1');
  await once(server, 'listening').catch((error: unknown) => {
    throw systemErrorCode(error) === 'EADDRINUSE' ? new PortTaken(port) : error;
  });
  const address = server.address();
  const close = async (): Promise<void> => {
    const closed = once(server, 'close');
    server.close();
    server.closeIdleConnections();
    const cut = setTimeout(() => server.closeAllConnections(), GRACE_MS);
    await closed;
    clearTimeout(cut);
  };
  let closing: Promise<void> | undefined;
  return {
    port: typeof address === 'object' && address !== null ? address.port : port,
    stop: () => {
      closing ??= close();
      return closing;
    },
  };
}
