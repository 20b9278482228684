import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { createServer } from 'vite';

export type DevPortal = {
  handle(request: IncomingMessage, response: ServerResponse): Promise<boolean>;
  stop(): Promise<void>;
};

/** The portal from its sources, changing in the browser as they change. Without its security headers. */
export async function devPortal(root: string): Promise<DevPortal> {
  const vite = await createServer({
    configFile: join(root, 'web/vite.config.ts'),
    // The other loaders write a file that `node --watch` takes for a change, and so on for ever.
    configLoader: 'native',
    server: { middlewareMode: true },
    appType: 'spa',
  });
  return {
    handle: (request, response) =>
      new Promise((resolve, reject) => {
        response.once('close', () => resolve(true));
        vite.middlewares(request, response, (error?: unknown) => (error ? reject(error) : resolve(false)));
      }),
    stop: () => vite.close(),
  };
}
