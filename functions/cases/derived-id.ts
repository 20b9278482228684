import { createHash } from 'node:crypto';

/** A UUID that follows from facts: the same for the same. Version 8 (RFC 9562), made of a SHA-256. */
export function derivedId(...facts: readonly (string | number)[]): string {
  const hash = createHash('sha256').update(facts.join('#')).digest('hex');
  const parts = [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    `8${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ];
  return parts.join('-');
}
