import { createHash } from 'node:crypto';

/**
 * The command id of an act of the clock: the same for the same act on the same version of a case, whichever
 * run of the clock comes to it. A UUID of version 8 (RFC 9562) made of a SHA-256.
 */
export function clockCommandId(caseId: string, version: number, command: string): string {
  const hash = createHash('sha256').update(`clock#${caseId}#${version}#${command}`).digest('hex');
  const parts = [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    `8${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ];
  return parts.join('-');
}
