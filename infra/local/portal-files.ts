import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};
/** What is compressed already would only grow. */
const compressible = /^(text\/|application\/(json|manifest|wasm)|image\/svg)/;

type PortalFile = {
  readonly type: string;
  readonly etag: string;
  readonly modifiedMs: number;
  readonly body: Readonly<Record<'identity' | 'gzip' | 'br', Buffer | undefined>>;
};

export type PortalFiles = {
  /** Answers GET and HEAD for a page or file of the portal; false when there is none, and nothing was sent. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<boolean>;
};

/**
 * The built portal. A path that names no file is a page of the portal, which its own code finds.
 * @param headers sent with everything; see security-headers.ts.
 */
export function portalFiles(folder: string, headers: Readonly<Record<string, string>>): PortalFiles {
  const files = new Map<string, PortalFile>();

  const find = async (path: string): Promise<PortalFile | undefined> => {
    const type = types[extname(path)];
    if (type === undefined) return undefined;
    const found = await stat(join(folder, path)).catch(() => undefined);
    if (!found?.isFile()) return undefined;
    const known = files.get(path);
    if (known?.modifiedMs === found.mtimeMs) return known;
    const file = await load(join(folder, path), type, found.mtimeMs);
    files.set(path, file);
    return file;
  };

  return {
    handle: async (request, response) => {
      if (request.method !== 'GET' && request.method !== 'HEAD') return false;
      const path = request.url?.split(/[?#]/, 1)[0] ?? '/';
      const isPage = !path.slice(path.lastIndexOf('/')).includes('.');
      const file = isPage ? await find('/index.html') : isSafe(path) ? await find(path) : undefined;
      if (file === undefined) return false;
      send(file, path.startsWith('/assets/'), request, response, headers);
      return true;
    },
  };
}

/** Nothing that could lead out of the folder, or to what is not for the public. */
const isSafe = (path: string): boolean => /^(\/[\w-][\w.-]*)+$/.test(path);

async function load(path: string, type: string, modifiedMs: number): Promise<PortalFile> {
  const identity = await readFile(path);
  const worthIt = compressible.test(type) && identity.length > 1000;
  const [zipped, brotli] = worthIt
    ? await Promise.all([
        promisify(gzip)(identity),
        promisify(brotliCompress)(identity, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
      ])
    : [];
  const etag = `"${createHash('sha256').update(identity).digest('base64url').slice(0, 22)}"`;
  return { type, etag, modifiedMs, body: { identity, gzip: zipped, br: brotli } };
}

function send(
  file: PortalFile,
  named: boolean,
  request: IncomingMessage,
  response: ServerResponse,
  headers: Readonly<Record<string, string>>,
): void {
  const accepted = String(request.headers['accept-encoding'] ?? '');
  const encoding = (['br', 'gzip'] as const).find(
    (name) => file.body[name] !== undefined && new RegExp(`\\b${name}\\b`).test(accepted),
  );
  const body = file.body[encoding ?? 'identity'] ?? Buffer.alloc(0);
  const common = {
    ...headers,
    etag: file.etag,
    vary: 'accept-encoding',
    // The build names assets by their content, so they never change.
    'cache-control': named ? 'public, max-age=31536000, immutable' : 'no-cache',
  };
  if (request.headers['if-none-match'] === file.etag) {
    response.writeHead(304, common).end();
    return;
  }
  response.writeHead(200, {
    ...common,
    'content-type': file.type,
    'content-length': body.length,
    ...(encoding && { 'content-encoding': encoding }),
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}
