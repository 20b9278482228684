import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { seedDemo } from './demo/seed-demo.ts';
import type { LocalSystem } from './local-system.ts';

/**
 * Demo data on the first start of a data folder, and never again: a marker in the folder tells. A seeding
 * that was cut short is left as it is, because running it again would do everything twice.
 */
export async function seedOnce(
  system: LocalSystem,
  dataFolder: string,
  say: (line: string) => void,
): Promise<void> {
  const marker = join(dataFolder, 'demo-data');
  const state = await readFile(marker, 'utf8').catch(() => 'none');
  if (state === 'complete') return;
  if (state === 'begun') {
    say('  演示数据上次没有准备完，现按已有内容启动；要重新准备，请先停止系统并删除数据目录。');
    say('  The demo data was cut short last time; to begin afresh, stop and delete the data folder.');
    return;
  }
  say('\n  首次启动，正在准备演示数据，约需半分钟……  First start: preparing demo data, half a minute …');
  await writeFile(marker, 'begun');
  await seedDemo(system);
  await writeFile(marker, 'complete');
}
