import type { FieldError } from '../../api/errors.ts';
import { fieldsOf, isSensitive } from '../../forms/field.ts';
import type { Text } from '../../language/text.ts';
import { factNames } from '../../rules/named-values.ts';
import type { Programme, Term } from '../programme.ts';
import { fault, type Path } from './fault.ts';

/** Parameters and terms are used as what they are: amounts in fen, slots filled, nothing left over. */
export function figureFaults(programme: Programme): readonly FieldError[] {
  return [
    ...benefitFaults(programme),
    ...slotFaults(programme),
    ...unusedParameters(programme),
    ...takenFaults(programme),
  ];
}

function benefitFaults({ benefit, terms, parameters }: Programme): readonly FieldError[] {
  const expect = (
    name: string,
    unit: Term['unit'],
    path: Path,
    among: readonly Pick<Term, 'name' | 'unit'>[],
  ) => {
    const found = among.find((candidate) => candidate.name === name);
    if (found?.unit === unit) return [];
    return [
      found === undefined
        ? fault(path, 'unknown-reference', `没有“${name}”。`, `There is no “${name}”.`)
        : fault(
            path,
            'wrong-kind',
            `“${name}”的单位须为 ${unit}。`,
            `The unit of “${name}” must be ${unit}.`,
          ),
    ];
  };
  const amount = expect(benefit.amount, 'fen', ['benefit', 'amount'], terms);
  if (benefit.kind === 'money') {
    return benefit.cap === undefined
      ? amount
      : [...amount, ...expect(benefit.cap, 'fen', ['benefit', 'cap'], parameters)];
  }
  return [
    ...amount,
    ...expect(benefit.months, 'months', ['benefit', 'months'], terms),
    ...expect(benefit.area, 'area', ['benefit', 'area'], terms),
    ...expect(benefit.share, 'percent', ['benefit', 'share'], terms),
  ];
}

const slotsOf = ({ zh, en }: Text): ReadonlySet<string> =>
  new Set([zh, en].flatMap((sentence) => [...sentence.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)));

const unknownSlot = (path: Path, name: string): FieldError =>
  fault(path, 'unknown-reference', `“{${name}}”无法填写。`, `“{${name}}” cannot be filled.`);

/** Personal data has no place in a sentence that is shown to everybody who sees the case. */
function sayable({ form, parameters, terms }: Programme, upTo: number): ReadonlySet<string> {
  const answers = fieldsOf(form).filter(({ type }) => !isSensitive(type));
  const figures = [...parameters, ...terms.slice(0, upTo + 1)];
  return new Set([...factNames, ...answers.map(({ id }) => id), ...figures.map(({ name }) => name)]);
}

function slotFaults(programme: Programme): readonly FieldError[] {
  const { rules, parameters, terms, precheck } = programme;
  const figures = new Set([...parameters, ...terms].map(({ name }) => name));
  const limits = new Set(parameters.map(({ name }) => name));
  return [
    ...terms.flatMap(({ inWords }, index) => {
      if (inWords === undefined) return [];
      const known = sayable(programme, index);
      return [...slotsOf(inWords)]
        .filter((name) => !known.has(name))
        .map((name) => unknownSlot(['terms', index, 'inWords'], name));
    }),
    ...rules.flatMap(({ failure, shows = [] }, index) => [
      ...[...slotsOf(failure)]
        .filter((name) => !shows.includes(name))
        .map((name) => unknownSlot(['rules', index, 'failure'], name)),
      ...shows.flatMap((name, place) =>
        figures.has(name) ? [] : [unknownSlot(['rules', index, 'shows', place], name)],
      ),
    ]),
    ...precheck.rules.flatMap(({ reason }, index) =>
      [...slotsOf(reason)]
        .filter((name) => !limits.has(name))
        .map((name) => unknownSlot(['precheck', 'rules', index, 'reason'], name)),
    ),
  ];
}

/** Everything a parameter or a once-only id could be named in. */
const expressionsOf = (programme: Programme): readonly string[] => [
  ...programme.terms.map(({ expression }) => expression),
  ...programme.rules.map(({ expression }) => expression),
  ...programme.stages.map(({ when }) => when ?? ''),
  ...programme.onceOnly.map(({ where }) => where ?? ''),
  ...programme.obligations.flatMap(({ keptWhen, recovery }) => [keptWhen ?? '', recovery ?? '']),
  ...programme.precheck.rules.map(({ expression }) => expression),
  programme.precheck.amount,
];

/** A limit that nothing reads would be shown to people and mean nothing. */
function unusedParameters(programme: Programme): readonly FieldError[] {
  const words = new Set(expressionsOf(programme).flatMap((expression) => expression.match(/\w+/g) ?? []));
  const cap = programme.benefit.kind === 'money' ? programme.benefit.cap : undefined;
  return programme.parameters.flatMap(({ name }, index) =>
    words.has(name) || name === cap
      ? []
      : [
          fault(
            ['parameters', index, 'name'],
            'unused',
            `参数“${name}”没有用到。`,
            `The parameter “${name}” is not used.`,
          ),
        ],
  );
}

const takenPattern = /facts\.taken\["([^"]*)"\]/g;

/** A rule says beforehand what the once-only locks would refuse at the very end; and names none that is not there. */
function takenFaults({ rules, terms, onceOnly }: Programme): readonly FieldError[] {
  const namedIn = (expression: string) => [...expression.matchAll(takenPattern)].map(([, id = '']) => id);
  const known = new Set(onceOnly.map(({ id }) => id));
  const unknownIn = (list: 'rules' | 'terms', expressions: readonly { readonly expression: string }[]) =>
    expressions.flatMap(({ expression }, index) =>
      namedIn(expression)
        .filter((id) => !known.has(id))
        .map((id) =>
          fault(
            [list, index, 'expression'],
            'unknown-reference',
            `没有限一次事项“${id}”。`,
            `There is no once-only item “${id}”.`,
          ),
        ),
    );
  const named = new Set([...rules, ...terms].flatMap(({ expression }) => namedIn(expression)));
  return [
    ...unknownIn('rules', rules),
    ...unknownIn('terms', terms),
    ...onceOnly.flatMap(({ id }, index) =>
      named.has(id)
        ? []
        : [
            fault(
              ['onceOnly', index, 'id'],
              'unused',
              `没有规则检查“${id}”是否已享受。`,
              `No rule looks whether “${id}” is already taken.`,
            ),
          ],
    ),
  ];
}
