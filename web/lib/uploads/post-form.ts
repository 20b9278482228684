import { NoAnswer } from '../../../shared/api/client.ts';

export type PostForm = {
  readonly url: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly file: File;
  /** 0 to 1. */
  readonly onProgress: (share: number) => void;
  readonly signal: AbortSignal;
};

/**
 * Posts a file straight to the object store. `fetch` cannot tell how far an upload is, so this is the older way.
 * @throws {NoAnswer} when the store refuses or cannot be reached.
 */
export const postForm = ({ url, fields, file, onProgress, signal }: PostForm): Promise<void> =>
  new Promise((resolve, reject) => {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    // The store ignores whatever follows the file.
    form.append('file', file);
    const request = new XMLHttpRequest();
    const fail = (reason: string) => reject(new NoAnswer(new Error(reason)));
    request.open('POST', url);
    request.upload.onprogress = ({ loaded, total }) => onProgress(total === 0 ? 0 : loaded / total);
    request.onload = () => (request.status < 300 ? resolve() : fail(`status ${request.status}`));
    request.onerror = () => fail('network');
    request.ontimeout = () => fail('timeout');
    request.onabort = () => fail('aborted');
    signal.addEventListener('abort', () => request.abort());
    request.send(form);
  });
