import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildPortal } from '../../infra/build-portal.ts';

type Chunk = {
  readonly file: string;
  readonly imports?: readonly string[];
};

let folder = '';
let manifest: Readonly<Record<string, Chunk>> = {};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bundle-'));
  await buildPortal(folder);
  manifest = JSON.parse(await readFile(join(folder, '.vite/manifest.json'), 'utf8'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Everything the browser loads before the page can be used: the entry, the page, and what they import. */
function scriptsOf(...names: readonly string[]): ReadonlySet<string> {
  const files = new Set<string>();
  const visit = (name: string): void => {
    const chunk = manifest[name];
    if (chunk === undefined) throw new Error(`${name} is not in the build`);
    if (files.has(chunk.file)) return;
    files.add(chunk.file);
    chunk.imports?.forEach(visit);
  };
  names.forEach(visit);
  return files;
}

async function gzippedKb(files: Iterable<string>): Promise<number> {
  const sizes = await Promise.all(
    [...files].map(async (file) => gzipSync(await readFile(join(folder, file)), { level: 9 }).length),
  );
  return sizes.reduce((sum, size) => sum + size, 0) / 1024;
}

describe('what a browser has to load', () => {
  it('stays within 100 KB of gzipped script for the first page', async () => {
    expect(await gzippedKb(scriptsOf('index.html'))).toBeLessThanOrEqual(100);
  });

  it.each([
    'features/guide/guide-page.tsx',
    'features/precheck/precheck-page.tsx',
    'features/apply/start-page.tsx',
    'features/apply/edit-page.tsx',
    'features/follow/applications-page.tsx',
    'features/follow/application-page.tsx',
    'features/follow/receipt-page.tsx',
    'features/follow/letter-page.tsx',
    'features/enterprises/enterprises-page.tsx',
    'features/enterprises/enter-page.tsx',
    'features/enterprises/enterprise-page.tsx',
    'features/awards/own-award-page.tsx',
    'features/awards/report-page.tsx',
    'features/courses/courses-page.tsx',
    'features/inbox/inbox-page.tsx',
    'features/notices/notices-page.tsx',
    'features/notices/notice-page.tsx',
  ])('stays within 150 KB for %s', async (page) => {
    expect(await gzippedKb(scriptsOf('index.html', page))).toBeLessThanOrEqual(150);
  });

  it('stays within 12 KB of gzipped style, all in one sheet', async () => {
    const sheets = (await readdir(join(folder, 'assets'))).filter((file) => file.endsWith('.css'));
    expect(sheets).toHaveLength(1);
    expect(await readFile(join(folder, 'index.html'), 'utf8')).toContain(sheets[0]);
    expect(await gzippedKb(sheets.map((sheet) => join('assets', sheet)))).toBeLessThanOrEqual(12);
  });

  it('carries no schemas', async () => {
    const files = scriptsOf('index.html', 'features/apply/edit-page.tsx');
    const texts = await Promise.all([...files].map((file) => readFile(join(folder, file), 'utf8')));
    expect(texts.filter((text) => text.includes('invalid_union'))).toEqual([]);
  });
});
