import { once } from 'node:events';
import { createServer } from 'node:http';
import { commandReturnAddress, commandReturnPort } from '../../shared/deployment/command-sign-in.ts';

const page = `<!doctype html><meta charset="utf-8"><title>登录完成</title>
<p>登录完成，请回到命令行。<p lang="en">Signed in. Go back to the command line.`;

/**
 * Listens on this machine for the one request with which an issuer sends a person back.
 * @returns once it listens: its query, when it comes.
 * @throws when the port is taken.
 */
export async function awaitReturn(): Promise<{ readonly query: Promise<URLSearchParams> }> {
  const { promise: query, resolve } = Promise.withResolvers<URLSearchParams>();
  const { origin, pathname } = new URL(commandReturnAddress);
  const server = createServer((request, response) => {
    const asked = new URL(request.url ?? '/', origin);
    if (asked.pathname !== pathname) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', connection: 'close' }).end(page);
    server.close();
    resolve(asked.searchParams);
  });
  server.listen(commandReturnPort, 'localhost');
  await once(server, 'listening');
  return { query };
}
