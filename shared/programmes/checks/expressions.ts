import type { FieldError } from '../../api/errors.ts';
import { type Cel, celEnvironment } from '../../rules/cel.ts';
import { conditionFaults, formVariables } from '../../rules/form-environment.ts';
import {
  precheckVariables,
  reportVariables,
  rowVariables,
  ruleVariables,
  stageVariables,
  typeOfUnit,
} from '../../rules/programme-environment.ts';
import type { Programme } from '../programme.ts';
import { fault, type Path } from './fault.ts';

type Wanted = 'bool' | 'int' | 'string';

const kinds = {
  bool: ['是或否', 'yes or no'],
  int: ['整数', 'a whole number'],
  string: ['文字', 'text'],
} as const satisfies Record<Wanted, readonly [string, string]>;

/** Every expression parses, names only what it may know there, and gives the kind of value it should. */
export function expressionFaults(programme: Programme): readonly FieldError[] {
  return [
    ...formConditionFaults(programme.form, ['form']),
    ...documentFaults(programme),
    ...termFaults(programme),
    ...ruleFaults(programme),
    ...onceOnlyFaults(programme),
    ...stageFaults(programme),
    ...obligationFaults(programme),
    ...precheckFaults(programme),
  ];
}

function checked(cel: Cel, expression: string, wanted: Wanted, path: Path): readonly FieldError[] {
  const check = cel.check(expression);
  if (!check.valid)
    return [
      fault(path, 'expression', `表达式有误：${check.problem}`, `The expression is wrong: ${check.problem}`),
    ];
  if (check.type === wanted) return [];
  const [zh, en] = kinds[wanted];
  return [
    fault(
      path,
      'expression',
      `表达式的结果须为${zh}，而不是 ${check.type}。`,
      `The expression must give ${en}, not ${check.type}.`,
    ),
  ];
}

const formConditionFaults = (form: Programme['form'], path: Path): readonly FieldError[] =>
  conditionFaults(form).map((found) =>
    fault(
      [...path, ...found.path],
      'expression',
      `条件有误：${found.message}`,
      `The condition is wrong: ${found.message}`,
    ),
  );

/** Each term in an environment of its own, which knows only the terms above it. */
const termFaults = (programme: Programme): readonly FieldError[] =>
  programme.terms.flatMap(({ expression, unit }, index) =>
    checked(celEnvironment(ruleVariables(programme, index)), expression, typeOfUnit(unit), [
      'terms',
      index,
      'expression',
    ]),
  );

function ruleFaults(programme: Programme): readonly FieldError[] {
  const cel = celEnvironment(ruleVariables(programme));
  return programme.rules.flatMap(({ expression }, index) =>
    checked(cel, expression, 'bool', ['rules', index, 'expression']),
  );
}

const onceOnlyFaults = (programme: Programme): readonly FieldError[] =>
  programme.onceOnly.flatMap(({ each, where }, index) =>
    where === undefined
      ? []
      : checked(celEnvironment(rowVariables(programme, each)), where, 'bool', ['onceOnly', index, 'where']),
  );

/** Whether a document is required is known before anything is reckoned: from the answers alone. */
function documentFaults(programme: Programme): readonly FieldError[] {
  const cel = celEnvironment(formVariables(programme.form));
  return programme.documents.flatMap(({ required }, index) =>
    typeof required === 'boolean' ? [] : checked(cel, required, 'bool', ['documents', index, 'required']),
  );
}

function stageFaults(programme: Programme): readonly FieldError[] {
  const cel = celEnvironment(stageVariables(programme));
  return programme.stages.flatMap(({ when }, index) =>
    when === undefined ? [] : checked(cel, when, 'bool', ['stages', index, 'when']),
  );
}

const obligationFaults = (programme: Programme): readonly FieldError[] =>
  programme.obligations.flatMap(({ form, keptWhen, recovery }, index) => {
    const path = ['obligations', index];
    const cel = celEnvironment(reportVariables(programme, form));
    return [
      ...(form === undefined ? [] : formConditionFaults(form, [...path, 'form'])),
      ...(keptWhen === undefined ? [] : checked(cel, keptWhen, 'bool', [...path, 'keptWhen'])),
      ...(recovery === undefined ? [] : checked(cel, recovery, 'int', [...path, 'recovery'])),
    ];
  });

function precheckFaults(programme: Programme): readonly FieldError[] {
  const cel = celEnvironment(precheckVariables(programme));
  return [
    ...programme.precheck.rules.flatMap(({ expression }, index) =>
      checked(cel, expression, 'bool', ['precheck', 'rules', index, 'expression']),
    ),
    ...checked(cel, programme.precheck.amount, 'int', ['precheck', 'amount']),
  ];
}
