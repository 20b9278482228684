import { mkdir, open, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from '../../shared/language/text.ts';
import { StartProblem, systemErrorCode } from './start-problem.ts';

/** Enough to notice a full disk before the engine trips over it. */
const PROBE_BYTES = 1_000_000;

/**
 * Makes the folder that holds everything this machine keeps, and proves that it can be written.
 * @throws StartProblem when it is read-only, full, or not a folder.
 */
export async function openDataFolder(folder: string): Promise<void> {
  const probe = join(folder, `probe-${process.pid}`);
  try {
    // Names and figures of real people may end up in it.
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const file = await open(probe, 'w');
    try {
      await file.writeFile(Buffer.alloc(PROBE_BYTES));
      await file.sync();
    } finally {
      await file.close();
    }
  } catch (error) {
    throw folderProblem(folder, error);
  } finally {
    await rm(probe, { force: true }).catch(() => undefined);
  }
}

/**
 * Makes this process the only one to use the folder. A claim whose process is gone is taken over.
 * @returns gives the folder back.
 * @throws StartProblem when another live process holds it.
 */
export async function claimDataFolder(folder: string): Promise<() => Promise<void>> {
  const claim = join(folder, 'claimed-by');
  const holder = Number(await readFile(claim, 'utf8').catch(() => ''));
  if (holder !== process.pid && isAlive(holder)) {
    throw new StartProblem(
      text(
        `数据目录 ${folder} 正由另一个运行中的系统使用（进程 ${holder}）。请先停止它；如确认没有在运行，请删除文件 ${claim}。`,
        `The data folder ${folder} is in use by a running system (process ${holder}). Stop it first; if it is not running, delete the file ${claim}.`,
      ),
    );
  }
  await writeFile(claim, String(process.pid));
  return () => rm(claim, { force: true });
}

export function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return systemErrorCode(error) === 'EPERM';
  }
}

function folderProblem(folder: string, error: unknown): StartProblem {
  switch (systemErrorCode(error)) {
    case 'ENOSPC':
    case 'EDQUOT':
      return new StartProblem(
        text(
          `磁盘空间不足，无法写入数据目录 ${folder}。请清理磁盘后重试。`,
          `The disk is full: nothing can be written to the data folder ${folder}. Free some space and try again.`,
        ),
        error,
      );
    case 'ENOTDIR':
    case 'EEXIST':
      return new StartProblem(
        text(
          `数据目录 ${folder} 不是文件夹，请换一个位置。`,
          `The data folder ${folder} is not a folder; choose another place.`,
        ),
        error,
      );
    default:
      return new StartProblem(
        text(
          `数据目录 ${folder} 不可写，请检查权限或换一个位置。`,
          `The data folder ${folder} cannot be written; check its permissions or choose another place.`,
        ),
        error,
      );
  }
}
