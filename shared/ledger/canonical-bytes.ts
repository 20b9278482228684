/** Deeper nesting is refused, so that a hostile file cannot exhaust the stack of whoever verifies it. */
export const maxDepth = 64;

/** The value has no canonical bytes. `pointer` (RFC 6901) says where. */
export class NotCanonicalError extends TypeError {
  readonly pointer: string;

  constructor(why: string, trail: readonly (string | number)[]) {
    const pointer = trail
      .map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`)
      .join('');
    super(`No canonical bytes: ${why} at “${pointer}”`);
    this.name = 'NotCanonicalError';
    this.pointer = pointer;
  }
}

/** Objects with a prototype of their own (dates, maps, classes) would lose their meaning as JSON. */
const isPlainObject = (value: object): value is Record<string, unknown> => {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
};

/** Printable ASCII without quote and backslash: most strings, and the same quoted as plain. */
const plainText = /^[ !#-[\]-~]*$/;

/**
 * The one text of a JSON value: RFC 8785 (JCS), narrowed to integers that every language holds exactly.
 * Specified, with test vectors, in canonical-bytes.md.
 * @throws NotCanonicalError for anything that is not such a value; a caller who may meet one asks the schemas
 * of json-value.ts first.
 */
export function canonicalText(value: unknown): string {
  const trail: (string | number)[] = [];

  const quote = (text: string): string => {
    if (plainText.test(text)) return `"${text}"`;
    if (!text.isWellFormed()) throw new NotCanonicalError('a lone surrogate', trail);
    return JSON.stringify(text);
  };

  const child = (step: string | number, node: unknown): string => {
    trail.push(step);
    if (trail.length > maxDepth) throw new NotCanonicalError(`nested deeper than ${maxDepth}`, trail);
    const written = write(node);
    trail.pop();
    return written;
  };

  const writeArray = (items: readonly unknown[]): string => {
    let members = '';
    // Counting visits holes too: they are undefined, and refused.
    for (let index = 0; index < items.length; index += 1) {
      members += `${index === 0 ? '' : ','}${child(index, items[index])}`;
    }
    return `[${members}]`;
  };

  const writeObject = (object: Readonly<Record<string, unknown>>): string => {
    let members = '';
    // The default sort compares UTF-16 code units, which is what RFC 8785 asks for.
    for (const name of Object.keys(object).sort()) {
      members += `${members === '' ? '' : ','}${quote(name)}:${child(name, object[name])}`;
    }
    return `{${members}}`;
  };

  const write = (node: unknown): string => {
    if (typeof node === 'string') return quote(node);
    if (typeof node === 'number') {
      if (!Number.isSafeInteger(node)) throw new NotCanonicalError('not a safe integer', trail);
      return String(node);
    }
    if (typeof node === 'boolean') return String(node);
    if (node === null) return 'null';
    if (Array.isArray(node)) return writeArray(node);
    if (typeof node === 'object' && isPlainObject(node)) return writeObject(node);
    throw new NotCanonicalError(
      node === undefined ? 'undefined' : `a ${typeof node} that is not JSON`,
      trail,
    );
  };

  return write(value);
}

/** The canonical text as UTF-8: what is hashed. */
export const canonicalBytes = (value: unknown): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(canonicalText(value));
