import '../../components/case/case.css';
import type { UnitState } from '../../../shared/premises/unit.ts';
import { useText } from '../../lib/i18n/use-text.ts';
import { words } from './words.ts';

const tones = { free: 'quiet', offered: 'good', let: 'open', 'out-of-use': 'bad' } as const;

export function StateBadge({ state }: { readonly state: UnitState }) {
  const say = useText();
  return <span className={`badge badge-${tones[state]}`}>{say(words.states[state])}</span>;
}
