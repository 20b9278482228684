import '../../components/case/case.css';
import type { OwnEnterpriseDto } from '../../../shared/api/routes/enterprises.ts';
import { useText } from '../../lib/i18n/use-text.ts';
import { words } from './words.ts';

const tones = { acts: 'good', asked: 'attention', applied: 'quiet' } as const;

/** What the person is to the enterprise. */
export function PartBadge({ part }: Pick<OwnEnterpriseDto, 'part'>) {
  const say = useText();
  return <span className={`badge badge-${tones[part]}`}>{say(words.part[part])}</span>;
}
