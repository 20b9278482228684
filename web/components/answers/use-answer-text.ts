import { useCallback } from 'react';
import type { Field } from '../../../shared/forms/field.ts';
import { isObject } from '../../../shared/forms/value-shape.ts';
import { useFormat } from '../../lib/i18n/use-format.ts';
import { useText } from '../../lib/i18n/use-text.ts';
import { useCounty } from '../../lib/use-county.ts';
import { words } from './words.ts';

/** An answer in words: choices by label, towns by name, amounts with their unit, masked values as masked. */
export function useAnswerText(): (field: Field, value: unknown) => string {
  const say = useText();
  const format = useFormat();
  const { townName } = useCounty();
  return useCallback(
    (field, value) => {
      const chosen = (option: unknown): string => {
        const known = 'options' in field && field.options.find((one) => one.value === option);
        return known ? say(known.label) : String(option);
      };
      if (value === undefined || value === null) return say(words.notAnswered);
      if (typeof value === 'boolean') return say(value ? words.yes : words.no);
      if (typeof value === 'number') {
        if (field.type === 'money') return format.moneyWithWan(value);
        if (field.type === 'percentage') return format.percentage(value);
        if (field.type === 'area') return format.area(value);
        const unit = field.type === 'integer' && field.unit ? ` ${say(field.unit)}` : '';
        return `${format.count(value)}${unit}`;
      }
      if (typeof value === 'string') {
        if (field.type === 'date') return format.date(value);
        if (field.type === 'town') return say(townName(value));
        return field.type === 'choice' ? chosen(value) : value;
      }
      if (isObject(value) && typeof value.masked === 'string') return value.masked;
      if (Array.isArray(value)) {
        return field.type === 'choices'
          ? value.map(chosen).join(say(words.comma))
          : say(words.rows, { n: value.length });
      }
      return say(words.notAnswered);
    },
    [say, format, townName],
  );
}
