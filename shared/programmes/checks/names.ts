import type { FieldError } from '../../api/errors.ts';
import { fieldsOf } from '../../forms/field.ts';
import { reservedNames } from '../../rules/programme-environment.ts';
import { precheckForm } from '../precheck-questions.ts';
import type { Programme } from '../programme.ts';
import { fault, type Path } from './fault.ts';

type Named = { readonly name: string; readonly path: Path };

/** Every list of things with ids has each id once; every name means one thing wherever expressions may say it. */
export function nameFaults(programme: Programme): readonly FieldError[] {
  const { legalBases, documents, rules, onceOnly, stages, obligations, precheck } = programme;
  return [
    ...repeated(ids(['legalBases'], legalBases)),
    // A file is known by its slot alone, whether it came with the application or with a report.
    ...repeated([
      ...ids(['documents'], documents),
      ...obligations.flatMap(({ documents: reported = [] }, index) =>
        ids(['obligations', index, 'documents'], reported),
      ),
    ]),
    ...repeated(ids(['rules'], rules)),
    ...repeated(ids(['onceOnly'], onceOnly)),
    ...repeated(ids(['stages'], stages)),
    ...repeated(ids(['obligations'], obligations)),
    ...repeated(ids(['precheck', 'rules'], precheck.rules)),
    ...stages.flatMap(({ checklist }, index) => repeated(ids(['stages', index, 'checklist'], checklist))),
    ...variableFaults(programme),
  ];
}

const ids = (path: Path, things: readonly { readonly id: string }[]): readonly Named[] =>
  things.map(({ id }, index) => ({ name: id, path: [...path, index, 'id'] }));

/** Answers, parameters and terms share one scope; a report's answers and the precheck's share it with the latter. */
function variableFaults({ form, parameters, terms, obligations }: Programme): readonly FieldError[] {
  const figures: readonly Named[] = [
    ...parameters.map(({ name }, index) => ({ name, path: ['parameters', index, 'name'] })),
    ...terms.map(({ name }, index) => ({ name, path: ['terms', index, 'name'] })),
  ];
  const asked = answersOf(form, ['form']);
  const questions = fieldsOf(precheckForm).map(({ id }) => id);
  return [
    ...repeated([...asked, ...figures]),
    ...obligations.flatMap(({ form: report }, index) =>
      report === undefined ? [] : clashes(answersOf(report, ['obligations', index, 'form']), figures),
    ),
    ...clashes(
      figures.filter(({ path }) => path[0] === 'parameters'),
      questions.map((name) => ({ name, path: [] })),
    ),
    ...[...asked, ...figures]
      .filter(({ name }) => reservedNames.has(name))
      .map(({ name, path }) =>
        fault(path, 'reserved-name', `名称“${name}”是系统保留的。`, `The name “${name}” is reserved.`),
      ),
  ];
}

const answersOf = ({ sections }: Programme['form'], path: Path): readonly Named[] =>
  sections.flatMap((section, s) =>
    section.fields.map(({ id }, f) => ({ name: id, path: [...path, 'sections', s, 'fields', f, 'id'] })),
  );

const twice = ({ name, path }: Named): FieldError =>
  fault(path, 'duplicate', `名称“${name}”重复使用。`, `The name “${name}” is used twice.`);

function repeated(things: readonly Named[]): readonly FieldError[] {
  const seen = new Set<string>();
  return things.flatMap((thing) => {
    if (seen.has(thing.name)) return [twice(thing)];
    seen.add(thing.name);
    return [];
  });
}

const clashes = (things: readonly Named[], others: readonly Named[]): readonly FieldError[] => {
  const taken = new Set(others.map(({ name }) => name));
  return things.filter(({ name }) => taken.has(name)).map(twice);
};
