import { type Text, text } from '../../shared/language/text.ts';

/** Something on this machine keeps the system from starting; `text` tells the person what to do about it. */
export class StartProblem extends Error {
  override readonly name: string = 'StartProblem';
  readonly text: Text;

  constructor(whatToDo: Text, cause?: unknown) {
    super(`${whatToDo.zh} / ${whatToDo.en}`, { cause });
    this.text = whatToDo;
  }
}

/** The one problem a caller may solve by itself: with another port. */
export class PortTaken extends StartProblem {
  constructor(port: number) {
    super(
      text(
        `端口 ${port} 已被占用，请用 --port 换一个端口，或先停止占用它的程序。`,
        `Port ${port} is taken; choose another with --port, or stop the program that uses it.`,
      ),
    );
  }
}

/** The code of a system error (`EADDRINUSE`, `ENOSPC`, …); undefined for anything else. */
export const systemErrorCode = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
