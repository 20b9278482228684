import type { OfficeRef } from '../../../shared/programmes/programme.ts';
import { useText } from '../../lib/i18n/use-text.ts';
import { useCounty } from '../../lib/use-county.ts';
import { words } from './words.ts';

/** The office a programme refers to, before any case exists: all candidates where an answer will decide. */
export function useOfficeText(): (ref: OfficeRef) => string {
  const say = useText();
  const { officeName } = useCounty();
  return (ref) => {
    if (ref.kind === 'town-of-case') return say(words.townOfCase);
    const ids = ref.kind === 'office' ? [ref.office] : [...new Set(Object.values(ref.offices))];
    return ids.map((id) => say(officeName(id))).join(' / ');
  };
}
