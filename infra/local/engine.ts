import { findEngineBinary } from './engine-binary.ts';
import { type EngineProcess, startEngineProcess } from './engine-process.ts';
import { freePort } from './free-port.ts';
import { PortTaken } from './start-problem.ts';

export type EngineOptions = {
  /** Where the engine keeps its file; must exist. */
  readonly dataFolder: string;
  /** 0: any free port. */
  readonly port?: number;
  /** Told when the engine ended by itself and how it went on. */
  readonly onTrouble?: (what: 'restarted' | 'given-up') => void;
};

export type Engine = {
  readonly endpoint: string;
  /** Changes when the engine had to be started again. */
  processId(): number;
  stop(): Promise<void>;
};

/** A free port can be lost between finding and using it. */
const PORT_ATTEMPTS = 5;
/** An engine that falls this often within a minute will not get better by itself. */
const RESTARTS_PER_MINUTE = 5;

/**
 * The embedded DynamoDB engine, ready for use. Should its process die, it is started again on the same
 * port and file: what it acknowledged is on disk.
 * @throws StartProblem with what the person at the machine can do.
 */
export async function startEngine({ dataFolder, port = 0, onTrouble }: EngineOptions): Promise<Engine> {
  const binary = await findEngineBinary();
  const first = await startOnSomePort(binary, dataFolder, port);
  let running = first.process;
  let stopping = false;
  let restarts: number[] = [];

  const supervise = async (): Promise<void> => {
    for (;;) {
      await running.ended;
      if (stopping) return;
      const now = Date.now();
      restarts = [...restarts.filter((at) => now - at < 60_000), now];
      if (restarts.length > RESTARTS_PER_MINUTE) return onTrouble?.('given-up');
      try {
        running = await startEngineProcess(binary, dataFolder, first.port);
      } catch {
        return onTrouble?.('given-up');
      }
      // Stopped while it was being started again.
      if (stopping) await running.stop();
      else onTrouble?.('restarted');
    }
  };
  const supervised = supervise();

  return {
    endpoint: `http://127.0.0.1:${first.port}`,
    processId: () => running.pid,
    stop: async () => {
      stopping = true;
      await running.stop();
      await supervised;
    },
  };
}

async function startOnSomePort(
  binary: string,
  dataFolder: string,
  wanted: number,
): Promise<{ process: EngineProcess; port: number }> {
  for (let attempt = 1; ; attempt += 1) {
    const port = wanted === 0 ? await freePort() : wanted;
    try {
      return { process: await startEngineProcess(binary, dataFolder, port), port };
    } catch (error) {
      if (!(error instanceof PortTaken) || wanted !== 0 || attempt === PORT_ATTEMPTS) throw error;
    }
  }
}
