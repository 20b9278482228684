import { readFile } from 'node:fs/promises';
import type { Adapter, AdapterFactory, AdapterPayload } from 'oidc-provider';
import * as z from 'zod';
import { replaceFile } from '../whole-file.ts';

type Entry = { readonly payload: AdapterPayload; readonly expires: number };

/** What a restart should not end: that somebody is signed in. Codes and forms under way are begun again. */
const keptModels = ['Session', 'Grant'];

const KeptSchema = z.array(
  z.tuple([z.string(), z.strictObject({ payload: z.looseObject({}), expires: z.number() })]),
);

export type SessionStore = {
  readonly adapter: AdapterFactory;
  /** Settles when all that is worth keeping is on disk. */
  saved(): Promise<void>;
};

/** The provider's memory; what a restart should find again goes to one small file. */
export async function openSessionStore(path: string): Promise<SessionStore> {
  const kept = await readFile(path, 'utf8').then(
    (json) => KeptSchema.safeParse(JSON.parse(json)).data ?? [],
    () => [],
  );
  const entries = new Map<string, Entry>(kept);
  let saving = Promise.resolve();
  const save = (): void => {
    const worthKeeping = [...entries].filter(([key]) =>
      keptModels.some((model) => key.startsWith(`${model}:`)),
    );
    // Somebody who cannot stay signed in over a restart can still sign in.
    saving = saving.then(() => replaceFile(path, JSON.stringify(worthKeeping))).catch(() => undefined);
  };
  return {
    adapter: (model) => adapterOf(model, entries, keptModels.includes(model) ? save : () => undefined),
    saved: () => saving,
  };
}

function adapterOf(model: string, entries: Map<string, Entry>, changed: () => void): Adapter {
  const keyOf = (id: string): string => `${model}:${id}`;
  const live = (entry: Entry | undefined): AdapterPayload | undefined =>
    entry !== undefined && entry.expires >= Date.now() ? entry.payload : undefined;
  const findBy = (holds: (payload: AdapterPayload) => boolean): AdapterPayload | undefined => {
    for (const [key, entry] of entries) {
      if (key.startsWith(`${model}:`) && holds(entry.payload)) return live(entry);
    }
    return undefined;
  };
  return {
    upsert: async (id, payload, expiresIn) => {
      for (const [key, { expires }] of entries) if (expires < Date.now()) entries.delete(key);
      entries.set(keyOf(id), { payload, expires: Date.now() + (expiresIn ?? 86_400) * 1000 });
      changed();
    },
    find: async (id) => live(entries.get(keyOf(id))),
    findByUid: async (uid) => findBy((payload) => payload.uid === uid),
    findByUserCode: async (userCode) => findBy((payload) => payload.userCode === userCode),
    consume: async (id) => {
      const entry = entries.get(keyOf(id));
      if (entry) {
        const payload = { ...entry.payload, consumed: Math.floor(Date.now() / 1000) };
        entries.set(keyOf(id), { ...entry, payload });
      }
    },
    destroy: async (id) => {
      entries.delete(keyOf(id));
      changed();
    },
    revokeByGrantId: async (grantId) => {
      for (const [key, { payload }] of entries) {
        if (key.startsWith(`${model}:`) && payload.grantId === grantId) entries.delete(key);
      }
    },
  };
}
