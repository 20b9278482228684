import type { DocumentDto } from '../../../shared/api/dto/common.ts';
import { uploadDocument } from './upload-document.ts';

/** A file on its way. Those that have arrived are documents and leave the queue. */
export type Upload = {
  readonly key: string;
  /** The field that will hold the document. */
  readonly fieldId: string;
  readonly slot: string;
  readonly file: File;
  readonly progress: number;
  readonly state: 'under-way' | 'failed';
  readonly problem?: unknown;
};

export type UploadQueue = {
  readonly uploads: () => readonly Upload[];
  readonly subscribe: (listener: () => void) => () => void;
  readonly add: (field: { readonly id: string; readonly slot: string }, files: readonly File[]) => void;
  readonly retry: (key: string) => void;
  readonly retryAll: () => void;
  readonly cancel: (key: string) => void;
  readonly close: () => void;
};

/** Uploads of one case. It lives as long as the form is open, so going to another section stops nothing. */
export function createUploadQueue(
  caseId: string,
  onArrived: (fieldId: string, document: DocumentDto) => void,
): UploadQueue {
  const listeners = new Set<() => void>();
  const aborts = new Map<string, AbortController>();
  let uploads: readonly Upload[] = [];

  const set = (next: readonly Upload[]): void => {
    uploads = next;
    for (const listener of listeners) listener();
  };
  const update = (key: string, change: Partial<Upload>): void =>
    set(uploads.map((upload) => (upload.key === key ? { ...upload, ...change } : upload)));
  const drop = (key: string): void => {
    aborts.delete(key);
    set(uploads.filter((upload) => upload.key !== key));
  };

  const start = (upload: Upload): void => {
    const abort = new AbortController();
    aborts.set(upload.key, abort);
    uploadDocument({
      caseId,
      slot: upload.slot,
      file: upload.file,
      onProgress: (progress) => update(upload.key, { progress }),
      signal: abort.signal,
    }).then(
      (document) => {
        drop(upload.key);
        onArrived(upload.fieldId, document);
      },
      (problem: unknown) => {
        if (!abort.signal.aborted) update(upload.key, { state: 'failed', problem });
      },
    );
  };

  const retry = (key: string): void => {
    const upload = uploads.find((one) => one.key === key && one.state === 'failed');
    if (!upload) return;
    update(key, { state: 'under-way', progress: 0 });
    start(upload);
  };

  return {
    uploads: () => uploads,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    add: ({ id, slot }, files) => {
      const added = files.map((file): Upload => {
        const key = crypto.randomUUID();
        return { key, fieldId: id, slot, file, progress: 0, state: 'under-way' };
      });
      set([...uploads, ...added]);
      added.forEach(start);
    },
    retry,
    retryAll: () => {
      for (const { key } of uploads) retry(key);
    },
    cancel: (key) => {
      aborts.get(key)?.abort();
      drop(key);
    },
    close: () => {
      for (const abort of aborts.values()) abort.abort();
    },
  };
}
