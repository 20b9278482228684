import type { ObjectStore, ReceivedFile } from './object-store.ts';

type Verdict = 'clean' | 'refused' | 'pending';

/** Says whether a file is safe to open. */
export type DocumentScanner = (key: string, file: ReceivedFile) => Promise<Verdict>;

/**
 * The test file every scanner agrees to call malware (EICAR), in two halves so that this source is not
 * taken for one.
 */
const eicar = Buffer.from(`X5O!P%@AP[4\\PZX54(P^)7CC)7}$${'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'}`);

/** What runs by itself when a document is opened: scripts and launched programs in a PDF, macros in a workbook. */
const active = ['/JavaScript', '/Launch', 'xl/vbaProject.bin'].map((text) => Buffer.from(text));

/** Without a scanner beside the store: known signatures only. */
export const signatureScanner: DocumentScanner = async (_key, { bytes }) => {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return [eicar, ...active].some((signature) => content.includes(signature)) ? 'refused' : 'clean';
};

/** The verdict a scanner leaves as a tag on the object; before that, the file is pending. */
export const tagScanner =
  (store: ObjectStore, tagName: string): DocumentScanner =>
  async (key, file) => {
    const local = await signatureScanner(key, file);
    if (local === 'refused') return local;
    const verdict = await store.tag(key, tagName);
    if (verdict === undefined) return 'pending';
    return verdict === 'NO_THREATS_FOUND' ? 'clean' : 'refused';
  };
