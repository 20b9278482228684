import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import * as z from 'zod';
import { createClient } from '../../shared/api/client.ts';
import { routes } from '../../shared/api/routes.ts';
import type { Caller } from './in-process.ts';
import { mayAskAgain } from './retrying.ts';

const AnnouncedSchema = z.object({ origin: z.string(), tokens: z.record(z.string(), z.string()) });
type Announced = z.infer<typeof AnnouncedSchema>;

/** The system in a process of its own on this data folder, to be killed and started again. */
export function killableSystem(dataFolder: string) {
  const script = new URL('./system-process.ts', import.meta.url).pathname;
  let child: ChildProcess | undefined;
  let announced = Promise.withResolvers<Announced>();

  const start = async (): Promise<void> => {
    const started = spawn(process.execPath, [script, dataFolder, 'tokens'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    child = started;
    const said = await Promise.race([
      once(createInterface(started.stdout), 'line'),
      once(started, 'exit').then(() => Promise.reject(new Error('it ended before it was ready'))),
    ]);
    announced.resolve(AnnouncedSchema.parse(JSON.parse(String(said[0]))));
  };

  const end = async (signal: 'SIGKILL' | 'SIGTERM'): Promise<void> => {
    announced = Promise.withResolvers();
    const ending = child;
    if (ending === undefined || ending.exitCode !== null) return;
    ending.kill(signal);
    await once(ending, 'exit');
  };

  const enginePid = async (): Promise<number> => {
    const note = z.object({ pid: z.int() });
    return note.parse(JSON.parse(await readFile(join(dataFolder, 'engine.json'), 'utf8'))).pid;
  };

  return {
    start,
    /** Outright; with its engine, as when the machine goes down, or leaving the engine behind. */
    kill: async (withEngine: boolean): Promise<void> => {
      const pid = await enginePid();
      const ended = end('SIGKILL');
      if (withEngine) process.kill(pid, 'SIGKILL');
      await ended;
    },
    /** The engine alone, which the system starts again by itself. */
    killEngine: async (): Promise<void> => {
      const pid = await enginePid();
      process.kill(pid, 'SIGKILL');
      for (let waited = 0; (await enginePid().catch(() => pid)) === pid; waited += 20) {
        if (waited > 20_000) throw new Error('the engine was not started again');
        await wait(20);
      }
    },
    stop: () => end('SIGTERM'),
    /** A person who sends the same request again until the system is back and answers. */
    patientCallAs: (personId: string | undefined): Caller => {
      const attempt = async (): Promise<Caller> => {
        const { origin, tokens } = await announced.promise;
        return createClient({ routes, baseUrl: origin, token: () => personId && tokens[personId] });
      };
      return async (name, input) => {
        for (;;) {
          try {
            return await (await attempt())(name, input);
          } catch (error) {
            if (!mayAskAgain(error)) throw error;
            await wait(20);
          }
        }
      };
    },
    /** For requests that no typed client sends. */
    patientFetch: (): typeof fetch => async (input, init) => {
      for (;;) {
        const { origin } = await announced.promise;
        const answer = await fetch(origin + String(input), init).catch(() => undefined);
        if (answer !== undefined && answer.status !== 503) return answer;
        await wait(20);
      }
    },
  };
}
