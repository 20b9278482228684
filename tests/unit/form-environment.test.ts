import { describe, expect, it } from 'vitest';
import { FormSchema } from '../../shared/forms/form-schema.ts';
import { celEnvironment } from '../../shared/rules/cel.ts';
import {
  conditionFaults,
  formConditions,
  formValues,
  formVariables,
  rowType,
} from '../../shared/rules/form-environment.ts';

const label = { zh: '字段', en: 'Field' };
const required = true;
const form = FormSchema.parse({
  sections: [
    {
      id: 'applicant',
      title: label,
      fields: [
        {
          id: 'applicantType',
          type: 'choice',
          label,
          required,
          options: [
            { value: 'enterprise', label },
            { value: 'preparing', label },
          ],
        },
        {
          id: 'creditCode',
          type: 'credit-code',
          label,
          required: 'applicantType != "preparing"',
          visibleWhen: 'applicantType != "preparing"',
        },
        { id: 'founderId', type: 'resident-id', label, required },
        { id: 'amountRequested', type: 'money', label, required },
      ],
    },
    {
      id: 'people',
      title: label,
      visibleWhen: 'amountRequested > 0',
      fields: [
        {
          id: 'trainees',
          type: 'table',
          label,
          required,
          minRows: 0,
          maxRows: 500,
          columns: [
            { id: 'name', type: 'person-name', label, required },
            { id: 'residentId', type: 'resident-id', label, required },
            { id: 'attendance', type: 'percentage', label, required },
          ],
        },
        { id: 'industries', type: 'choices', label, required: false, options: [{ value: 'gloves', label }] },
      ],
    },
  ],
});
const trainees = form.sections[1]!.fields[0]!;
const cel = celEnvironment(formVariables(form));
const evaluate = (expression: string, answers: Parameters<typeof formValues>[1]) =>
  cel.evaluate(expression, cel.scope(formValues(form, answers, '2026-11-23')));

describe('a form in rules', () => {
  it('tells what was not answered from what is zero', () => {
    expect(evaluate('answered.amountRequested', { amountRequested: 0 })).toEqual({ ok: true, value: true });
    expect(evaluate('answered.amountRequested', {})).toEqual({ ok: true, value: false });
    expect(evaluate('amountRequested', {})).toEqual({ ok: true, value: 0 });
  });

  it('shows sensitive values masked, with a key and the age', () => {
    const protectedAnswers = {
      founderId: { masked: '110105********002X', key: 'k1', age: 76 },
      trainees: [
        {
          name: { masked: '张*', key: 'k2' },
          residentId: { masked: '…', key: 'k1', age: 76 },
          attendance: 9_000,
        },
        {
          name: { masked: '李*', key: 'k3' },
          residentId: { masked: '…', key: 'k4', age: 15 },
          attendance: 8_000,
        },
      ],
    };
    expect(evaluate('founderId.age', protectedAnswers)).toEqual({ ok: true, value: 76 });
    expect(
      evaluate('trainees.filter(t, t.residentId.age >= 16).map(t, t.name.masked)', protectedAnswers),
    ).toEqual({
      ok: true,
      value: ['张*'],
    });
    expect(evaluate('trainees.exists(t, t.residentId.key == founderId.key)', protectedAnswers)).toEqual({
      ok: true,
      value: true,
    });
  });

  it('sees the same of a form that is still being filled in', () => {
    const plain = {
      founderId: '11010519491231002X',
      trainees: [{ name: '张三', residentId: '11010519491231002X' }, { residentId: 'not an id' }],
    };
    expect(evaluate('founderId.masked', plain)).toEqual({ ok: true, value: '110105********002X' });
    expect(evaluate('trainees.map(t, t.residentId.age)', plain)).toEqual({ ok: true, value: [76, 0] });
    expect(evaluate('trainees[0].residentId.key == founderId.key', plain)).toEqual({ ok: true, value: true });
    expect(evaluate('trainees[0].name.masked', plain)).toEqual({ ok: true, value: '张*' });
  });

  it('gives rules a row type of their own', () => {
    if (trainees.type !== 'table') throw new Error('the roster is a table');
    const rows = celEnvironment({ row: rowType(trainees) });
    expect(rows.check('row.attendance >= 8000')).toEqual({ valid: true, type: 'bool' });
    expect(rows.check('row.wage > 0').valid).toBe(false);
  });
});

describe('a condition', () => {
  const holds = formConditions(form, '2026-11-23');

  it('is answered from the answers', () => {
    expect(holds('applicantType != "preparing"', { applicantType: 'enterprise' })).toBe(true);
    expect(holds('applicantType != "preparing"', { applicantType: 'preparing' })).toBe(false);
    expect(holds('"gloves" in industries', { industries: ['gloves'] })).toBe(true);
  });

  it('that fails while running does not hold', () => {
    expect(holds('amountRequested / 0 > 1', { amountRequested: 1 })).toBe(false);
    expect(holds('trainees[0].attendance > 1', {})).toBe(false);
  });

  it('may name only what stands above it, and must be yes or no', () => {
    expect(conditionFaults(form)).toEqual([]);
    const [applicant, people] = form.sections;
    const withCondition = (visibleWhen: string) => ({
      sections: [{ ...applicant!, fields: [{ ...applicant!.fields[0]!, visibleWhen }] }, people!],
    });
    expect(conditionFaults(withCondition('amountRequested > 0'))).toContainEqual({
      path: ['sections', 0, 'fields', 0, 'visibleWhen'],
      message: 'Unknown variable: amountRequested',
    });
    expect(
      conditionFaults({ sections: [applicant!, { ...people!, visibleWhen: 'amountRequested' }] }),
    ).toEqual([{ path: ['sections', 1, 'visibleWhen'], message: 'a condition is yes or no, not int' }]);
  });
});
