import '../case/case.css';
import type { HistoryEntryDto } from '../../../shared/api/dto/case.ts';
import { type Text, text } from '../../../shared/language/text.ts';
import { useFormat } from '../../lib/i18n/use-format.ts';
import { useText } from '../../lib/i18n/use-text.ts';
import { useCounty } from '../../lib/use-county.ts';

type RegisterHistoryProps = {
  readonly entries: readonly HistoryEntryDto[];
  /** What the events are called, by type. */
  readonly names: Readonly<Record<string, Text>>;
  /** More of an event than its name and reason. */
  readonly detail?: (entry: HistoryEntryDto) => string | undefined;
};

/** What happened to an entry of a register, newest first: when, by whom, and why. */
export function RegisterHistory({ entries, names, detail }: RegisterHistoryProps) {
  const say = useText();
  const format = useFormat();
  const { officeName } = useCounty();
  return (
    <ol className="timeline">
      {entries.toReversed().map((entry) => {
        const { seq, type, at, actor, data } = entry;
        const reason = data.reason ?? data.findings;
        const more = detail?.(entry);
        return (
          <li key={seq}>
            <p className="timeline-what">
              {say(names[type] ?? text(type, type))}
              {more && <span className="numbers"> {more}</span>}
            </p>
            <p className="small soft">
              {format.instant(at)} · <span lang="zh-CN">{actor.name ?? actor.id}</span>
              {actor.office && ` · ${say(officeName(actor.office))}`}
            </p>
            {typeof reason === 'string' && <p lang="zh-CN">{reason}</p>}
          </li>
        );
      })}
    </ol>
  );
}
