import type { IncomingMessage } from 'node:http';

/** A body that may be refused halfway; reading on to its end lets the sender see the answer. */
export type RequestBody = AsyncIterable<Buffer> & { drain(): Promise<void> };

export function bodyOf(request: IncomingMessage): RequestBody {
  const pieces: AsyncIterator<Buffer> = request.iterator({ destroyOnReturn: false });
  return {
    // Without a `return`, a loop that is left early leaves the rest to be drained.
    [Symbol.asyncIterator]: () => ({ next: () => pieces.next() }),
    drain: async () => {
      while (!(await pieces.next()).done);
    },
  };
}
