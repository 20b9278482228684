import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import * as z from 'zod';
import { buildPortal } from '../../infra/build-portal.ts';
import { rounded } from './percentiles.ts';
import { measurePaint, type Paints } from './portal-paint.ts';

export type PortalRoute = {
  readonly route: string;
  readonly jsGzKB: number;
  /** Only of the pages that are opened in a browser, and where there is one. */
  readonly lcpMs?: number;
  readonly inputDelayMs?: number;
};

const ManifestSchema = z.record(
  z.string(),
  z.object({ file: z.string(), imports: z.array(z.string()).default([]) }),
);
type Manifest = z.infer<typeof ManifestSchema>;

/** Every file a page needs before it can be used: the entry, the page, and what they import. */
function filesOf(manifest: Manifest, names: readonly string[]): ReadonlySet<string> {
  const files = new Set<string>();
  const visit = (name: string): void => {
    const chunk = manifest[name];
    if (chunk === undefined || files.has(chunk.file)) return;
    files.add(chunk.file);
    chunk.imports.forEach(visit);
  };
  names.forEach(visit);
  return files;
}

/** What a person waits for: script to load, and how five of the pages paint and answer in a browser. */
export async function measurePortal(paints: Paints): Promise<readonly PortalRoute[]> {
  const weighed = await weighPortal();
  const painted = await measurePaint(paints);
  return weighed.map((one) => ({ ...one, ...painted?.[one.route] }));
}

/** Gzipped script of the first page and of every page that is loaded when it is opened. 1 KB = 1,024 bytes. */
async function weighPortal(): Promise<readonly PortalRoute[]> {
  const folder = await mkdtemp(join(tmpdir(), 'portal-'));
  try {
    await buildPortal(folder);
    const manifest = ManifestSchema.parse(
      JSON.parse(await readFile(join(folder, '.vite/manifest.json'), 'utf8')),
    );
    const pages = Object.keys(manifest).filter((name) => name.endsWith('-page.tsx'));
    const weigh = async (route: string, names: readonly string[]): Promise<PortalRoute> => {
      const sizes = await Promise.all(
        [...filesOf(manifest, names)].map(
          async (file) => gzipSync(await readFile(join(folder, file)), { level: 9 }).length,
        ),
      );
      return { route, jsGzKB: rounded(sizes.reduce((sum, size) => sum + size, 0) / 1024) };
    };
    const weighed = [weigh('first page', ['index.html'])];
    for (const page of pages) {
      weighed.push(weigh(page.replace(/^features\/|-page\.tsx$/g, ''), ['index.html', page]));
    }
    return await Promise.all(weighed);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
