import { postFile, upload as uploadNamed } from '../../infra/local/demo/filing.ts';
import type { Call } from '../../shared/api/client.ts';

/** A file that is what it says. */
export const pdf = (text = 'a document'): Blob =>
  new Blob([`%PDF-1.4\n${text}\n%%EOF`], { type: 'application/pdf' });

/** Straight to the store, as the browser does; throws with what the store says when it refuses. */
export const post = postFile;

export const upload = (call: Call, caseId: string, slot: string, file: Blob = pdf(slot)): Promise<string> =>
  uploadNamed(call, caseId, slot, `${slot}.pdf`, file);
