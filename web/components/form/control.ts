import type { AnswerValue } from '../../../shared/forms/answers.ts';
import type { Describing } from './field-frame.tsx';

/** What every control gets: its answer, how to change it, and what describes it. */
export type ControlProps<F> = Describing & {
  readonly id: string;
  readonly field: F;
  readonly value: AnswerValue | undefined;
  readonly onChange: (value: AnswerValue | undefined) => void;
  /** The person has finished with it for now. */
  readonly onLeave: () => void;
};
