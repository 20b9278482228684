import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { text } from '../../shared/language/text.ts';
import { isAlive } from './data-folder.ts';
import { PortTaken, StartProblem } from './start-problem.ts';

export type EngineProcess = {
  readonly pid: number;
  /** Settles when the process is gone, whatever ended it. */
  readonly ended: Promise<void>;
  /** Asks it to finish what it is writing and leave. */
  stop(): Promise<void>;
};

/**
 * Starts the engine on `folder/engine.db` and waits until it listens on 127.0.0.1.
 * @throws StartProblem when the port is taken, the disk full, or the file unreadable.
 */
export async function startEngineProcess(
  binary: string,
  folder: string,
  port: number,
): Promise<EngineProcess> {
  const noteFile = join(folder, 'engine.json');
  await endLeftover(binary, noteFile);
  const child = spawn(
    binary,
    ['serve', '--host', '127.0.0.1', '--port', String(port), '--db-path', join(folder, 'engine.db')],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const ended = once(child, 'close').then(
    () => undefined,
    () => undefined,
  );
  // Also when this program ends by an error of its own: an engine nobody knows of would hold the data.
  const takeAlong = (): void => void child.kill('SIGTERM');
  process.once('exit', takeAlong);
  void ended.then(() => process.off('exit', takeAlong));
  await listening(child, port);
  const pid = child.pid ?? 0;
  await writeFile(noteFile, JSON.stringify({ pid, port }));
  return {
    pid,
    ended,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
      await rm(noteFile, { force: true });
    },
  };
}

function listening(child: ChildProcess, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    const hear = (chunk: Buffer): void => {
      said = (said + chunk).slice(-4000);
      if (said.includes('listening on')) resolve();
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('error', (error) => reject(engineFailed(error.message)));
    child.once('close', () => reject(explain(said.trim(), port)));
  });
}

function explain(said: string, port: number): StartProblem {
  if (said.includes('already in use')) return new PortTaken(port);
  if (said.includes('disk is full')) {
    return new StartProblem(
      text(
        '磁盘空间不足，本机数据库引擎无法启动。',
        'The disk is full: the local database engine cannot start.',
      ),
    );
  }
  return engineFailed(said);
}

const engineFailed = (said: string): StartProblem =>
  new StartProblem(
    text(`本机数据库引擎无法启动：${said}`, `The local database engine cannot start: ${said}`),
  );

/**
 * When this program is killed outright, its engine lives on. Its process id may have gone to another
 * program since, so it is ended only if an engine still answers on its port.
 */
async function endLeftover(binary: string, noteFile: string): Promise<void> {
  const note: unknown = await readFile(noteFile, 'utf8')
    .then(JSON.parse)
    .catch(() => undefined);
  if (typeof note !== 'object' || note === null || !('pid' in note) || !('port' in note)) return;
  const pid = Number(note.pid);
  if (!isAlive(pid)) return;
  const answers = await promisify(execFile)(binary, [
    'healthcheck',
    '--port',
    String(note.port),
    '--timeout',
    '1',
  ]).then(
    () => true,
    () => false,
  );
  if (!answers) return;
  process.kill(pid, 'SIGTERM');
  for (let waited = 0; isAlive(pid) && waited < 5000; waited += 20) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
