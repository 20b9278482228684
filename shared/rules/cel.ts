import { Environment, type ParseResult } from '@marcbachmann/cel-js';
import { unboundedness } from './bounded.ts';
import {
  type CelType,
  celTypeName,
  fromCel,
  makeRecordClass,
  own,
  type RecordClass,
  type ToCel,
  toCel,
} from './cel-values.ts';
import type { RuleValue } from './evaluation.ts';
import { registerRuleFunctions } from './rule-functions.ts';

/**
 * The one place where CEL is met. Every variable is declared with a type, so that a rule is checked without
 * being run; every variable always has a value (an absent one its type's zero: '', 0, false, empty list,
 * record of zeros), so that a checked rule can only fail by arithmetic or by an index out of range. Integers
 * are int64 inside and ordinary numbers outside: they are converted here and nowhere else.
 */
export type Cel = {
  /** Syntax, types and bounds, without running. The type is a CEL type name: `int`, `list<string>`, … */
  check(expression: string): CelCheck;
  /** The variables whose names stand in a text: whatever an expression in it may mean is among them. */
  mentioned(text: string): ReadonlySet<string>;
  /**
   * Plain values by variable name; with `only`, of those variables, for expressions that name no others. Throws on a
   * value that its declared type cannot hold.
   */
  scope(values: Readonly<Record<string, unknown>>, only?: Iterable<string>): Scope;
  /** Sets one variable of the scope anew; for terms that build on each other. */
  set(scope: Scope, name: string, value: unknown): void;
  evaluate(expression: string, scope: Scope): CelResult;
};

type CelCheck =
  | { readonly valid: true; readonly type: string }
  | { readonly valid: false; readonly problem: string };

type CelResult =
  | { readonly ok: true; readonly value: RuleValue }
  | { readonly ok: false; readonly problem: string };

/** Values converted once, for any number of expressions. Opaque outside this file. */
export type Scope = Map<string, unknown>;

/** Builds an environment in which exactly these variables exist. Not cheap: build once, keep. */
export function celEnvironment(variables: Readonly<Record<string, CelType>>): Cel {
  const environment = new Environment({ unlistedVariablesAreDyn: false });
  const classes = new Map<string, RecordClass>();
  const parsed = new Map<string, ParseResult>();
  const mentions = new Map<string, ReadonlySet<string>>();
  const declared = Object.entries(variables);

  const declareRecords = (type: CelType): void => {
    if (typeof type === 'string') return;
    if ('list' in type) declareRecords(type.list);
    else if ('map' in type) declareRecords(type.map);
    else if (!classes.has(type.record)) {
      Object.values(type.fields).forEach(declareRecords);
      const fields = Object.entries(type.fields).map(([name, field]) => [name, celTypeName(field)]);
      const ctor = makeRecordClass();
      classes.set(type.record, ctor);
      environment.registerType(type.record, { ctor, fields: Object.fromEntries(fields) });
    }
  };

  const classOf = (record: string): RecordClass => {
    const known = classes.get(record);
    if (known === undefined) throw new Error(`the record ${record} is not declared`);
    return known;
  };

  const parse = (expression: string): ParseResult => {
    const known = parsed.get(expression) ?? environment.parse(expression);
    parsed.set(expression, known);
    return known;
  };

  registerRuleFunctions(environment);
  const converters = new Map<string, ToCel>();
  for (const [name, type] of declared) {
    declareRecords(type);
    environment.registerVariable(name, celTypeName(type));
    converters.set(name, toCel(type, classOf));
  }
  const converted = (name: string, value: unknown): unknown => {
    const convert = converters.get(name);
    if (convert === undefined) throw new Error(`the variable ${name} is not declared`);
    return convert(value);
  };

  return {
    check(expression) {
      const { valid, type, error } = environment.check(expression);
      if (!valid || type === undefined) return { valid: false, problem: problemOf(error) };
      const problem = unboundedness(parse(expression).ast);
      return problem === undefined ? { valid, type } : { valid: false, problem };
    },
    mentioned(text) {
      const known =
        mentions.get(text) ?? new Set([...converters.keys()].filter((name) => text.includes(name)));
      mentions.set(text, known);
      return known;
    },
    scope(values, only = converters.keys()) {
      const scope: Scope = new Map();
      for (const name of only) scope.set(name, converted(name, own(values, name)));
      return scope;
    },
    set(scope, name, value) {
      scope.set(name, converted(name, value));
    },
    evaluate(expression, scope) {
      try {
        return { ok: true, value: fromCel(parse(expression)(scope)) };
      } catch (error) {
        return { ok: false, problem: problemOf(error) };
      }
    },
  };
}

/** The first line of cel-js's message; the rest draws the place in the source. */
const problemOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split('\n', 1)[0] ?? '';
