import { readdirSync, readFileSync } from 'node:fs';
import * as z from 'zod';
import { type Stage, StageSchema } from './stage.ts';

/**
 * Reads every stage file beside this one, by file name.
 * @throws when a file is not a stage, saying which field and why.
 */
export function readStages(folder: URL = new URL('./', import.meta.url)): readonly Stage[] {
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
  return files.sort().map((file) => readStage(file, readFileSync(new URL(file, folder), 'utf8')));
}

function readStage(file: string, content: string): Stage {
  const parsed = StageSchema.safeParse(JSON.parse(content));
  if (!parsed.success) throw new Error(`${file} is not a stage:\n${z.prettifyError(parsed.error)}`);
  if (`${parsed.data.name}.json` !== file) {
    throw new Error(`${file} names its stage “${parsed.data.name}”; the file must be called after it`);
  }
  return parsed.data;
}
