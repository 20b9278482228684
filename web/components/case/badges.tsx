import './case.css';
import type { CaseStatusDto } from '../../../shared/api/dto/case.ts';
import type { PromiseDto } from '../../../shared/api/dto/common.ts';
import { useText } from '../../lib/i18n/use-text.ts';
import { lateWords, statusWords } from './status-words.ts';

const tones: Readonly<Record<CaseStatusDto, 'open' | 'good' | 'attention' | 'bad' | 'quiet'>> = {
  draft: 'quiet',
  'under-review': 'open',
  returned: 'attention',
  'in-notice': 'open',
  approved: 'good',
  rejected: 'bad',
  'not-accepted': 'bad',
  withdrawn: 'quiet',
  lapsed: 'quiet',
};

export function StatusBadge({ status }: { readonly status: CaseStatusDto }) {
  const say = useText();
  return <span className={`badge badge-${tones[status]}`}>{say(statusWords[status])}</span>;
}

const lateTones = {
  'on-time': 'quiet',
  'due-soon': 'attention',
  'due-today': 'attention',
  late: 'bad',
} as const;

/** Colour and words: nobody has to tell the colours apart. */
export function LateBadge({ late }: { readonly late: PromiseDto['late'] }) {
  const say = useText();
  return <span className={`badge badge-${lateTones[late]}`}>{say(lateWords[late])}</span>;
}
