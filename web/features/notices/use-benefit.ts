import { useCallback } from 'react';
import type { NoticeLineDto } from '../../../shared/api/routes/notices.ts';
import { useFormat } from '../../lib/i18n/use-format.ts';
import { useText } from '../../lib/i18n/use-text.ts';
import { words } from './words.ts';

/** What somebody is to get: money as it will be paid, or rent that will not be asked for. */
export function useBenefit(): (notice: NoticeLineDto) => string {
  const say = useText();
  const format = useFormat();
  return useCallback(
    ({ benefit, amount }) => {
      const money = format.moneyWithWan(amount);
      return benefit === 'money' ? money : say(words.rentWaived, { amount: money });
    },
    [say, format],
  );
}
