import type { Text } from '../language/text.ts';

/**
 * A message as people read it. The title is also the subject of the mail and the whole of the SMS, so it holds
 * nothing but the case number. `{slot}`s are filled from the message's params.
 */
export type Template = {
  readonly title: Text;
  readonly body: Text;
  /** How it goes out besides the inbox. */
  readonly by: readonly ('mail' | 'sms')[];
};
