import type { FieldError } from '../../../shared/api/errors.ts';
import type { Answers, AnswerValue } from '../../../shared/forms/answers.ts';
import { type Difference, differences, withAnswer } from './changes.ts';
import type { Mirror } from './mirror.ts';

/** A draft as the server keeps it. */
export type ServerDraft = { readonly draftVersion: number; readonly answers: Answers };

type DraftStatus =
  | 'saved'
  | 'unsaved'
  | 'saving'
  /** No answer from the server; tried again by itself. */
  | 'offline'
  /** Another device saved in between; the person must choose. */
  | 'conflict'
  /** The server refused; nothing is sent until something changes. */
  | 'refused';

export type DraftState = {
  readonly answers: Answers;
  readonly status: DraftStatus;
  readonly savedAt?: string;
  readonly problem?: unknown;
  readonly conflict?: { readonly theirs: ServerDraft; readonly differences: readonly Difference[] };
};

/** What the store needs of the world; tests give it one of their own. */
export type DraftWorld = {
  readonly save: (draft: ServerDraft) => Promise<{
    readonly draftVersion: number;
    readonly savedAt: string;
    readonly errors: readonly FieldError[];
  }>;
  readonly load: () => Promise<ServerDraft>;
  readonly readMirror: () => Mirror | undefined;
  readonly writeMirror: (mirror: Mirror) => void;
  readonly clearMirror: () => void;
  /** What a failed save means: someone else was faster, nothing answered, or a refusal. */
  readonly judge: (error: unknown) => 'stale' | 'no-answer' | 'refused';
  /** Calls back after so many ms; gives what cancels it. */
  readonly later: (callback: () => void, ms: number) => () => void;
};

export type DraftStore = {
  readonly state: () => DraftState;
  readonly subscribe: (listener: () => void) => () => void;
  readonly change: (id: string, value: AnswerValue | undefined) => void;
  /** Sends what is unsent now; settles when the server has it or could not be reached. */
  readonly flush: () => Promise<void>;
  /** The person's choice between this device and the other, field by field. */
  readonly resolve: (answers: Answers) => void;
  readonly close: () => void;
};

const pauseBeforeSavingMs = 700;
const retryMs = 5000;

/** A draft being written: what is typed goes to the device at once and to the server shortly after. */
export function createDraftStore(opened: ServerDraft, world: DraftWorld): DraftStore {
  const listeners = new Set<() => void>();
  let base = opened;
  let state: DraftState = { answers: opened.answers, status: 'saved' };
  let cancel: (() => void) | undefined;
  let sending: Promise<void> | undefined;

  const set = (next: DraftState): void => {
    state = next;
    for (const listener of listeners) listener();
  };
  const mirror = (): void => {
    world.writeMirror({ draftVersion: base.draftVersion, base: base.answers, answers: state.answers });
  };
  const schedule = (ms: number): void => {
    cancel?.();
    cancel = world.later(() => void flush(), ms);
  };
  const without = ({ problem: _p, conflict: _c, ...rest }: DraftState): DraftState => rest;

  // Until the person has chosen, the mirror keeps naming the version both came from: a page closed now
  // must ask again when it is opened.
  const meet = (theirs: ServerDraft, commonBase: Answers): void => {
    const found = differences(commonBase, state.answers, theirs.answers);
    if (found.length === 0) {
      base = theirs;
      world.clearMirror();
      set({ ...without(state), status: 'saved' });
      return;
    }
    set({ ...without(state), status: 'conflict', conflict: { theirs, differences: found } });
  };

  const send = async (): Promise<void> => {
    const sent = state.answers;
    set({ ...without(state), status: 'saving' });
    try {
      const { draftVersion, savedAt } = await world.save({ draftVersion: base.draftVersion, answers: sent });
      base = { draftVersion, answers: sent };
      if (state.answers === sent) {
        world.clearMirror();
        set({ ...without(state), status: 'saved', savedAt });
      } else {
        mirror();
        set({ ...without(state), status: 'unsaved', savedAt });
        schedule(pauseBeforeSavingMs);
      }
    } catch (error) {
      await failed(error);
    }
  };

  const failed = async (error: unknown): Promise<void> => {
    const meaning = world.judge(error);
    if (meaning === 'stale') {
      return world.load().then(
        (theirs) => meet(theirs, base.answers),
        () => waitForNetwork(),
      );
    }
    if (meaning === 'no-answer') return waitForNetwork();
    set({ ...without(state), status: 'refused', problem: error });
  };

  const waitForNetwork = (): void => {
    set({ ...without(state), status: 'offline' });
    schedule(retryMs);
  };

  const flush = async (): Promise<void> => {
    cancel?.();
    if (sending) {
      await sending;
      return state.status === 'unsaved' ? flush() : undefined;
    }
    if (state.status !== 'unsaved' && state.status !== 'offline') return;
    sending = send().finally(() => {
      sending = undefined;
    });
    await sending;
  };

  const kept = world.readMirror();
  if (kept) {
    state = { answers: kept.answers, status: 'unsaved' };
    if (kept.draftVersion === opened.draftVersion) schedule(0);
    else meet(opened, kept.base);
  }

  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    change: (id, value) => {
      const answers = withAnswer(state.answers, id, value);
      if (state.status === 'conflict') {
        set({ ...state, answers });
      } else {
        set({ ...without(state), answers, status: state.status === 'saving' ? 'saving' : 'unsaved' });
        schedule(pauseBeforeSavingMs);
      }
      mirror();
    },
    flush,
    resolve: (answers) => {
      base = state.conflict?.theirs ?? base;
      set({ ...without(state), answers, status: 'unsaved' });
      mirror();
      schedule(0);
    },
    close: () => cancel?.(),
  };
}
