import { type Text, text } from '../language/text.ts';
import type { Programme } from '../programmes/programme.ts';
import { outcomes, stagesBeside } from './outcome.ts';

const beside: ReadonlyMap<string, Text> = new Map(Object.entries(stagesBeside));
const named: ReadonlyMap<string, Text> = new Map(Object.entries(outcomes));

/** The name of a stage in the words of the programme it belongs to; its id where that is not known any more. */
export const stageTitle = (programme: Programme | undefined, stage: string): Text =>
  beside.get(stage) ?? programme?.stages.find(({ id }) => id === stage)?.title ?? text(stage, stage);

export const outcomeTitle = (outcome: string): Text => named.get(outcome) ?? text(outcome, outcome);
