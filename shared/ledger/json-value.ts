import * as z from 'zod';
import { canonicalText, NotCanonicalError } from './canonical-bytes.ts';

/** JSON as the ledger keeps it; its numbers are safe integers. */
export type JsonValue = null | boolean | number | string | readonly JsonValue[] | JsonObject;
export type JsonObject = { readonly [name: string]: JsonValue };

/** Asking for the canonical text is the check itself, so that schema and hash can never disagree. */
function isJsonValue(value: unknown): boolean {
  try {
    canonicalText(value);
    return true;
  } catch (error) {
    if (error instanceof NotCanonicalError) return false;
    throw error;
  }
}

/**
 * These hand the value through untouched: a schema that copied it could drop a member (zod drops `__proto__`)
 * that the hash covers.
 */
export const JsonValueSchema = z.custom<JsonValue>(isJsonValue, 'not a canonical JSON value');
export const JsonObjectSchema = z.custom<JsonObject>(
  (value) => typeof value === 'object' && value !== null && !Array.isArray(value) && isJsonValue(value),
  'not a canonical JSON object',
);
