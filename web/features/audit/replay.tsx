import { useState } from 'react';
import type { DossierDto, ReplayDto, ReplayedDto } from '../../../shared/api/dto/dossier.ts';
import { formatQuantity, type Quantity, units } from '../../../shared/language/quantity.ts';
import { Button } from '../../components/button/button.tsx';
import { eventName } from '../../components/case/event-words.ts';
import { Notice } from '../../components/feedback/notice.tsx';
import { ProblemNotice } from '../../components/feedback/problem-notice.tsx';
import { TableHead } from '../../components/table-head.tsx';
import { useLocale } from '../../lib/i18n/locale.ts';
import { useFormat } from '../../lib/i18n/use-format.ts';
import { useText } from '../../lib/i18n/use-text.ts';
import { useReplay } from './queries.ts';
import { words } from './words.ts';

export function Replay({ dossier: { caseId, programme, versions } }: { readonly dossier: DossierDto }) {
  const say = useText();
  const [chosen, choose] = useState(programme.version);
  const [asked, ask] = useState<number>();
  const replay = useReplay(caseId, asked);
  return (
    <section className="sheet stack" aria-labelledby="replay-title">
      <h2 id="replay-title">{say(words.replay)}</h2>
      <p className="soft">{say(words.replayHint)}</p>
      <form
        className="row not-printed"
        onSubmit={(event) => {
          event.preventDefault();
          ask(chosen);
        }}
      >
        <label>
          {say(words.under)}{' '}
          <select className="control" value={chosen} onChange={(event) => choose(Number(event.target.value))}>
            {versions.map((version) => (
              <option key={version} value={version}>
                {say(version === programme.version ? words.pinned : words.version, { n: version })}
              </option>
            ))}
          </select>
        </label>
        <Button kind="primary" type="submit" busy={replay.isFetching}>
          {say(words.start)}
        </Button>
      </form>
      <div role="status">{replay.data && <Outcome replay={replay.data} />}</div>
      {replay.error && <ProblemNotice error={replay.error} onRetry={() => replay.refetch()} />}
    </section>
  );
}

const isSame = ({ inputs, differences }: ReplayedDto) => inputs === 'as-recorded' && differences.length === 0;

function Outcome({ replay: { decisions } }: { readonly replay: ReplayDto }) {
  const say = useText();
  const differing = decisions.filter((decision) => !isSame(decision));
  const [n, d] = [decisions.length, differing.length];
  return (
    <div className="stack">
      <Notice
        tone={d === 0 ? 'good' : 'attention'}
        title={say(d === 0 ? words.same : words.differs, { n, d })}
      />
      {differing.map((decision) => (
        <Differences key={decision.seq} decision={decision} />
      ))}
    </div>
  );
}

const known: ReadonlySet<string> = new Set(units);
const isUnit = (unit: string | undefined): unit is Quantity['unit'] => unit !== undefined && known.has(unit);

function Differences({ decision }: { readonly decision: ReplayedDto }) {
  const say = useText();
  const format = useFormat();
  const locale = useLocale();
  const { seq, type, at, inputs, differences } = decision;
  const results = { met: words.met, 'not-met': words.notMet, error: words.error } as const;
  const outcomes = { eligible: words.eligible, 'not-eligible': words.notEligible } as const;
  const shown = (value: string | number | boolean | undefined, unit: string | undefined): string => {
    if (value === undefined) return '—';
    if (isUnit(unit)) return formatQuantity({ value, unit }, locale);
    const word = Object.entries({ ...results, ...outcomes }).find(([code]) => code === value)?.[1];
    return word ? say(word) : String(value);
  };
  return (
    <div className="stack">
      <h3>
        <span className="numbers">{seq}.</span> {say(eventName(type))}{' '}
        <span className="small soft numbers">{format.instant(at)}</span>
      </h3>
      {inputs !== 'as-recorded' && (
        <Notice tone="bad" title={say(inputs === 'altered' ? words.altered : words.formMissing)} />
      )}
      {differences.length > 0 && (
        <div className="table-sheet">
          <table className="lined">
            <TableHead columns={[words.item, words.asRecorded, words.now]} />
            <tbody>
              {differences.map(({ kind, name, label, unit, recorded, replayed }) => (
                <tr key={`${kind}-${name}`}>
                  <th scope="row">{say(label)}</th>
                  <td className="numbers">{shown(recorded, unit)}</td>
                  <td className="numbers">{shown(replayed, unit)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  );
}
