import { accept, type Outcome, refuse } from '../../shared/api/errors.ts';
import { text } from '../../shared/language/text.ts';
import type { HttpEvent } from './http-event.ts';

/** A roster of 500 rows is about 200 KB of JSON. */
export const bodyLimitBytes = 1_000_000;
/** Our deepest input (a table row inside answers inside a command) is 6 deep. */
const depthLimit = 32;

/**
 * The request's JSON, or undefined when there is no body.
 * Refuses with `body-too-large`, `unsupported-media-type`, `malformed-json` or `invalid-input`.
 */
export function jsonBody(event: HttpEvent): Outcome<unknown> {
  if (event.body === undefined || event.body === '') return accept(undefined);
  // A body that was bytes on the way is decoded here; what came as text is text already.
  const sent = event.isBase64Encoded ? Buffer.from(event.body, 'base64') : event.body;
  if (Buffer.byteLength(sent) > bodyLimitBytes) {
    return refuse('body-too-large', { params: { limitKb: bodyLimitBytes / 1000 } });
  }
  if (!/^application\/json\s*(;|$)/i.test(event.headers['content-type'] ?? '')) {
    return refuse('unsupported-media-type');
  }
  try {
    const value: unknown = JSON.parse(typeof sent === 'string' ? sent : utf8.decode(sent));
    return isPlain(value) ? accept(value) : refuse('invalid-input', { errors: [notPlain] });
  } catch {
    return refuse('malformed-json');
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

const notPlain = {
  path: '',
  code: 'not-plain',
  message: text(
    '请求内容嵌套过深，或含有不能保存的字符。',
    'The request is nested too deeply or holds characters that cannot be kept.',
  ),
};

/** Without recursion, because the depth is the caller's. Lone surrogates have no bytes, so no digest either. */
function isPlain(root: unknown): boolean {
  let level: readonly unknown[] = [root];
  for (let depth = 1; level.length > 0; depth += 1) {
    const below: unknown[] = [];
    for (const value of level) {
      if (typeof value === 'string' && !value.isWellFormed()) return false;
      if (typeof value !== 'object' || value === null) continue;
      if (depth > depthLimit) return false;
      const isList = Array.isArray(value);
      if (!isList && Object.keys(value).some((name) => name === '__proto__' || !name.isWellFormed()))
        return false;
      for (const child of isList ? value : Object.values(value)) below.push(child);
    }
    level = below;
  }
  return true;
}
