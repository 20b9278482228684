import fc from 'fast-check';
import * as z from 'zod';

/** What of a JSON schema matters for making values of it. */
type JsonSchema = {
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly allOf?: readonly JsonSchema[];
  readonly $ref?: string;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly format?: string;
  readonly pattern?: string;
};

/** Values that mean something here, by the name of the member they stand in. */
export type Pool = Readonly<Record<string, fc.Arbitrary<unknown>>>;

/** Values as the schema asks for them, with those of the pool where their names stand. */
export function valuesOf(schema: z.ZodType, pool: Pool): fc.Arbitrary<unknown> {
  if (schema instanceof z.ZodUndefined) return fc.constant(undefined);
  const json = z.toJSONSchema(schema, {
    io: 'input',
    unrepresentable: 'any',
    reused: 'inline',
    cycles: 'ref',
  });
  return valuesOfJson(json as JsonSchema, pool);
}

function valuesOfJson(schema: JsonSchema, pool: Pool): fc.Arbitrary<unknown> {
  const { anyOf = schema.oneOf } = schema;
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (anyOf) return fc.oneof(...anyOf.map((one) => valuesOfJson(one, pool)));
  switch (schema.type) {
    case 'object':
      return fc.record(
        Object.fromEntries(
          Object.entries(schema.properties ?? {}).map(([name, member]) => [
            name,
            pool[name] ?? valuesOfJson(member, pool),
          ]),
        ),
        { requiredKeys: [...(schema.required ?? [])] },
      );
    case 'array':
      return fc.array(valuesOfJson(schema.items ?? {}, pool), {
        minLength: schema.minItems ?? 0,
        maxLength: Math.max(schema.minItems ?? 0, Math.min(schema.maxItems ?? 3, 3)),
      });
    case 'string':
      return texts(schema);
    case 'integer':
    case 'number':
      return fc.integer({
        min: Math.max(schema.minimum ?? -10, Number.MIN_SAFE_INTEGER),
        max: Math.min(schema.maximum ?? 1_000_000, Number.MAX_SAFE_INTEGER),
      });
    case 'boolean':
      return fc.boolean();
    default:
      return fc.jsonValue({ maxDepth: 3 });
  }
}

function texts({ format, pattern, minLength = 0, maxLength = 60 }: JsonSchema): fc.Arbitrary<string> {
  if (format === 'uuid') return fc.uuid();
  if (format === 'date') return days;
  if (pattern !== undefined) return fc.stringMatching(new RegExp(pattern));
  return fc.string({ unit: 'binary', minLength, maxLength: Math.max(minLength, Math.min(maxLength, 60)) });
}

const days = fc
  .date({ min: new Date('2015-01-01'), max: new Date('2035-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

/** What breaks careless code: in the place of anything. */
const oddities = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    '',
    ' ',
    0,
    -0,
    -1,
    1e308,
    Number.MAX_SAFE_INTEGER,
    0.1,
    true,
    [],
    {},
    '\u0000',
    '\ud800',
    '\u202egnp.exe',
    '__proto__',
    'constructor',
    '../../etc/passwd',
    "'; DROP TABLE cases; --",
    '=HYPERLINK("http://x")',
    '<script>alert(1)</script>',
    '{{7*7}}',
    'a'.repeat(50_000),
  ),
  fc.jsonValue({ maxDepth: 4 }),
);

/** One place anywhere in the value has become something else, or vanished, or has an unexpected neighbour. */
export const nearly = (values: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc
    .tuple(values, fc.nat(), oddities, fc.constantFrom('replace', 'remove', 'add'))
    .map(([value, place, odd, how]) => {
      if (value === undefined) return odd;
      const copy: Holder = structuredClone({ root: value });
      const holders = holdersIn(copy);
      const [holder, name] = holders[place % holders.length] ?? [copy, 'root'];
      if (how === 'remove') delete holder[name];
      else holder[how === 'add' ? `${name}x` : name] = odd;
      return copy.root;
    });

type Holder = Record<string, unknown>;

function holdersIn(root: object): [Holder, string][] {
  const found: [Holder, string][] = [];
  const open: object[] = [root];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const [name, value] of Object.entries(next)) {
      found.push([next as Holder, name]);
      if (typeof value === 'object' && value !== null) open.push(value);
    }
  }
  return found;
}

/** Anything that could come over the wire: text of a body. */
export const garbage: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.json({ maxDepth: 5 }),
  oddities.map((odd) => JSON.stringify(odd)),
  fc.nat({ max: 5000 }).map((depth) => '['.repeat(depth) + ']'.repeat(depth)),
  fc.nat({ max: 3000 }).map((depth) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`),
  fc.constantFrom(
    '{',
    'null',
    '"',
    '{"a":1,"a":2}',
    '[1e999]',
    '\ufeff{}',
    '{"__proto__":{"roles":["auditor"]}}',
  ),
);
