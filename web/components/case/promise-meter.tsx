import './case.css';
import type { PromiseDto } from '../../../shared/api/dto/common.ts';
import { text } from '../../../shared/language/text.ts';
import { useFormat } from '../../lib/i18n/use-format.ts';
import { useText } from '../../lib/i18n/use-text.ts';
import { LateBadge } from './badges.tsx';

const words = {
  label: text('办理时限', 'Time promised'),
  used: text('已用 {used} / 承诺 {promised} 个工作日', '{used} of {promised} working days used'),
  paused: text('暂停 {n} 个工作日', 'stood still for {n} working days'),
  stands: text('计时暂停中', 'The clock stands'),
  due: text('应于{date}前办结', 'Due by {date}'),
  extrapolated: text(
    '（次年放假安排未公布，为估算日期）',
    '(estimated: next year’s holidays are not published yet)',
  ),
};

/** Days used, promised and paused of the present stage. */
export function PromiseMeter({ promise }: { readonly promise: PromiseDto }) {
  const say = useText();
  const format = useFormat();
  const { used, promised, paused, running, due, extrapolated, late } = promise;
  return (
    <div className="promise">
      <svg
        className="promise-bar"
        role="img"
        aria-label={`${say(words.label)} ${say(words.used, { used, promised })}`}
      >
        <rect className="promise-bar-whole" width="100%" height="100%" rx="5" />
        <rect
          className={late === 'late' ? 'promise-bar-used promise-bar-late' : 'promise-bar-used'}
          width={`${Math.min(100, (100 * used) / Math.max(promised, 1))}%`}
          height="100%"
          rx="5"
        />
      </svg>
      <p className="numbers">
        {say(words.used, { used, promised })} <LateBadge late={late} />
      </p>
      {paused > 0 && <p className="small soft numbers">{say(words.paused, { n: paused })}</p>}
      {!running && <p className="small">{say(words.stands)}</p>}
      {due && (
        <p className="small soft">
          {say(words.due, { date: format.date(due) })}
          {extrapolated && say(words.extrapolated)}
        </p>
      )}
    </div>
  );
}
