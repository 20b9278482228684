import type { FieldError } from '../../api/errors.ts';
import type { Programme } from '../programme.ts';
import { fault } from './fault.ts';

/** Dates are in order, limits are not negative, shares are at most the whole. */
export function valueFaults(programme: Programme): readonly FieldError[] {
  const { effectiveFrom, effectiveTo, parameters, obligations } = programme;
  return [
    ...(effectiveTo !== undefined && effectiveTo < effectiveFrom
      ? [
          fault(
            ['effectiveTo'],
            'out-of-range',
            '失效日期不能早于生效日期。',
            'It cannot end before it takes effect.',
          ),
        ]
      : []),
    ...parameters.flatMap(({ unit, value }, index) => {
      const most = unit === 'percent' ? 100_00 : Number.MAX_SAFE_INTEGER;
      return value >= 0 && value <= most
        ? []
        : [
            fault(
              ['parameters', index, 'value'],
              'out-of-range',
              unit === 'percent' ? '比例须在 0 到 100% 之间。' : '数值不能为负。',
              unit === 'percent' ? 'A share lies between 0 and 100 %.' : 'The value cannot be negative.',
            ),
          ];
    }),
    ...obligations.flatMap(({ firstDue, every }, index) =>
      every === undefined || firstDue.unit === 'days' || every.until >= firstDue.count
        ? []
        : [
            fault(
              ['obligations', index, 'every', 'until'],
              'out-of-range',
              '结束时间不能早于首次到期。',
              'It cannot end before it is first due.',
            ),
          ],
    ),
  ];
}
