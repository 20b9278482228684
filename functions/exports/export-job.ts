import * as z from 'zod';
import { accept, type Outcome, refuse } from '../../shared/api/errors.ts';
import { ExportManifestSchema } from '../../shared/api/routes/exports.ts';
import { concurrently } from '../persistence/concurrently.ts';
import type { ExportsStore } from './exports-store.ts';

/**
 * An export as it was asked for, with the log as it stood then, so that every file of it leads to the same
 * checkpoint. All that is known of an export are files, each made once and only where none is: whoever works on it
 * can stop anywhere, and of two who meet only one can add the next part.
 */
const ExportJobSchema = ExportManifestSchema.omit({
  rows: true,
  unsealed: true,
  unread: true,
  files: true,
}).extend({
  log: z.strictObject({ note: z.string().optional(), size: z.int() }),
});
export type ExportJob = Readonly<z.infer<typeof ExportJobSchema>>;

const ExportPartSchema = z.strictObject({
  path: z.string(),
  name: z.string(),
  rows: z.int(),
  unsealed: z.int(),
  unread: z.int().default(0),
  size: z.int(),
  sha256: z.string(),
  /** Where the next part begins; absent in the last one. */
  next: z.string().optional(),
});
export type ExportPart = Readonly<z.infer<typeof ExportPartSchema>>;

const requestsOf = (owner: string): string => `requests/${encodeURIComponent(owner)}/`;
const requestPath = (owner: string, id: string): string => `${requestsOf(owner)}${id}`;
const openPrefix = 'open/';
const partsOf = (id: string): string => `parts/${id}/`;
export const manifestPath = (id: string): string => `manifests/${id}`;
const failurePath = (id: string): string => `failures/${id}`;

const bytesOf = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));
const jsonOf = (bytes: Uint8Array): unknown => JSON.parse(new TextDecoder().decode(bytes));

/** Enters a new export; the one that is there already when it was asked for before. */
export async function enterJob(store: ExportsStore, job: ExportJob): Promise<ExportJob> {
  const path = requestPath(job.requestedBy, job.id);
  if (await store.create(path, bytesOf(job))) {
    await store.create(`${openPrefix}${job.id}`, bytesOf({ owner: job.requestedBy }));
    return job;
  }
  const standing = await store.read(path);
  return standing ? ExportJobSchema.parse(jsonOf(standing)) : job;
}

/** Refuses with `not-found`, also when it is somebody else's. */
export async function readJob(store: ExportsStore, owner: string, id: string): Promise<Outcome<ExportJob>> {
  const bytes = await store.read(requestPath(owner, id));
  return bytes ? accept(ExportJobSchema.parse(jsonOf(bytes))) : refuse('not-found');
}

export async function jobsOf(store: ExportsStore, owner: string): Promise<readonly ExportJob[]> {
  const files = await Promise.all((await store.list(requestsOf(owner))).map(store.read));
  return files
    .flatMap((bytes) => (bytes ? [ExportJobSchema.parse(jsonOf(bytes))] : []))
    .toSorted((a, b) => b.requestedAt.localeCompare(a.requestedAt));
}

/** Exports that are not finished. */
export async function openJobs(store: ExportsStore): Promise<readonly ExportJob[]> {
  const jobs: ExportJob[] = [];
  for (const path of await store.list(openPrefix)) {
    const marker = await store.read(path);
    if (!marker) continue;
    const { owner } = z.object({ owner: z.string() }).parse(jsonOf(marker));
    const job = await readJob(store, owner, path.slice(openPrefix.length));
    if (job.ok) jobs.push(job.value);
  }
  return jobs;
}

export const closeJob = (store: ExportsStore, { id }: ExportJob): Promise<void> =>
  store.remove(`${openPrefix}${id}`);

export async function partsSoFar(store: ExportsStore, id: string): Promise<readonly ExportPart[]> {
  const files = await concurrently(await store.list(partsOf(id)), store.read);
  return files.flatMap((bytes) => (bytes ? [ExportPartSchema.parse(jsonOf(bytes))] : []));
}

/** False when somebody else has added the part of this number meanwhile. */
export const addPart = (
  store: ExportsStore,
  id: string,
  number: number,
  part: ExportPart,
): Promise<boolean> => store.create(`${partsOf(id)}${String(number).padStart(6, '0')}`, bytesOf(part));

/** `code`: of the errors catalogue. */
export const noteFailure = (store: ExportsStore, id: string, code: string): Promise<boolean> =>
  store.create(failurePath(id), bytesOf({ code }));

export async function failureOf(store: ExportsStore, id: string): Promise<string | undefined> {
  const bytes = await store.read(failurePath(id));
  return bytes && z.object({ code: z.string() }).parse(jsonOf(bytes)).code;
}
