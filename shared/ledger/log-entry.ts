import * as z from 'zod';
import { canonicalBytes, canonicalText } from './canonical-bytes.ts';
import { DigestSchema } from './digest.ts';
import { sound, unsound, type Verdict } from './faults.ts';
import { ChainIdSchema, type JournalEvent } from './journal-event.ts';

/**
 * What the log keeps of an event: which one it is, and its hash. So the log, which may be published, holds
 * nothing of the event's content, and an event that vanishes is still known by its case and number.
 */
export const LogEntrySchema = z.strictObject({
  caseId: ChainIdSchema,
  seq: z.int().min(1),
  hash: DigestSchema,
});
export type LogEntry = z.infer<typeof LogEntrySchema>;

export const entryOf = ({ caseId, seq, hash }: Pick<JournalEvent, 'caseId' | 'seq' | 'hash'>): LogEntry => ({
  caseId,
  seq,
  hash,
});

/** The bytes that are hashed as a leaf and stored in an entry bundle; at most 250 of them. */
export const entryBytes = (entry: LogEntry): Uint8Array<ArrayBuffer> => canonicalBytes(entry);

/** `path` names the bundle in the fault. */
export function parseEntry(bytes: Uint8Array, path: string): Verdict<LogEntry> {
  const text = new TextDecoder().decode(bytes);
  try {
    const value: unknown = JSON.parse(text);
    const parsed = LogEntrySchema.safeParse(value);
    if (parsed.success && canonicalText(value) === text) return sound(parsed.data);
  } catch (error) {
    if (!(error instanceof SyntaxError || error instanceof TypeError)) throw error;
  }
  return unsound('tile-damaged', { path });
}
