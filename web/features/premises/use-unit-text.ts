import { useCallback } from 'react';
import type { UnitDto } from '../../../shared/api/dto/premises.ts';
import { useFormat } from '../../lib/i18n/use-format.ts';
import { useText } from '../../lib/i18n/use-text.ts';
import { words } from './words.ts';

/** Where in its site a unit is, and its rent, in words. */
export function useUnitText() {
  const say = useText();
  const format = useFormat();
  const place = useCallback(
    ({ building, floor, room }: Pick<UnitDto, 'building' | 'floor' | 'room'>): string => {
      const on = floor > 0 ? say(words.floor, { n: floor }) : say(words.basement, { n: -floor });
      return [say(words.place, { building, floor: on }), room].filter(Boolean).join(' ');
    },
    [say],
  );
  const rent = useCallback(
    ({ referenceRent }: Pick<UnitDto, 'referenceRent'>): string =>
      say(words.perMonth, { rent: format.money(referenceRent) }),
    [say, format],
  );
  return { place, rent };
}
