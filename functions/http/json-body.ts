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
  const bytes = Buffer.from(event.body, event.isBase64Encoded ? 'base64' : 'utf8');
  if (bytes.length > bodyLimitBytes) {
    return refuse('body-too-large', { params: { limitKb: bodyLimitBytes / 1000 } });
  }
  if (!/^application\/json\s*(;|$)/i.test(event.headers['content-type'] ?? '')) {
    return refuse('unsupported-media-type');
  }
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return isPlain(value) ? accept(value) : refuse('invalid-input', { errors: [notPlain] });
  } catch {
    return refuse('malformed-json');
  }
}

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
  const open: { readonly value: unknown; readonly depth: number }[] = [{ value: root, depth: 1 }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value, depth } = next;
    if (typeof value === 'string' && !value.isWellFormed()) return false;
    if (typeof value !== 'object' || value === null) continue;
    if (depth > depthLimit) return false;
    for (const [name, child] of Object.entries(value)) {
      if (name === '__proto__' || !name.isWellFormed()) return false;
      open.push({ value: child, depth: depth + 1 });
    }
  }
  return true;
}
