import './duplicates.css';
import { useState } from 'react';
import { useLocation, useParams } from 'wouter';
import type { OutputOf } from '../../../shared/api/client.ts';
import { Button } from '../../components/button/button.tsx';
import { Loaded } from '../../components/feedback/loaded.tsx';
import { Skeleton } from '../../components/feedback/skeleton.tsx';
import { Page } from '../../components/page/page.tsx';
import { ShortcutsDialog } from '../../components/shortcuts-dialog.tsx';
import { useText } from '../../lib/i18n/use-text.ts';
import { likenessWords } from '../../lib/likeness-words.ts';
import { useAlike } from '../../lib/use-alike.ts';
import { useProgramme } from '../../lib/use-programme.ts';
import { useShortcuts } from '../../lib/use-shortcuts.ts';
import { CompareTable } from './compare-table.tsx';
import { DecisionPart } from './decision-part.tsx';
import { usePair } from './queries.ts';
import { words } from './words.ts';

const help = [
  ['j', words.help.next],
  ['k', words.help.previous],
  ['e', words.help.only],
  ['d', words.help.decide],
  ['b', words.help.back],
  ['?', words.help.help],
] as const;

/** A case and one that looks like it, side by side, and whether they are the same. */
export function ComparePage() {
  const { caseId = '', other = '' } = useParams<{ caseId: string; other: string }>();
  const say = useText();
  const [, go] = useLocation();
  const pair = usePair(caseId, other);
  const { data: alike } = useAlike(caseId);
  const [onlySame, setOnlySame] = useState(false);
  const [helping, setHelping] = useState(false);
  const others = alike?.items.map((item) => item.caseId) ?? [];
  const place = others.indexOf(other);
  const at = (index: number) => (place < 0 ? undefined : others[index]);
  const open = (found: string | undefined) => found && go(`/cases/${caseId}/alike/${found}`);
  useShortcuts({
    j: () => open(at(place + 1)),
    k: () => open(at(place - 1)),
    e: () => setOnlySame((before) => !before),
    d: () => document.getElementById('decision')?.focus(),
    b: () => go(`/cases/${caseId}`),
    '?': () => setHelping(true),
  });
  return (
    <Page
      title={say(words.title)}
      eyebrow={<span className="numbers">{`${caseId} · ${other}`}</span>}
      intro={say(words.recorded)}
      back={{ to: `/cases/${caseId}`, label: say(words.toCase) }}
      width="wide"
      actions={
        <>
          {others.length > 1 && (
            <>
              <Button kind="quiet" disabled={!at(place - 1)} onClick={() => open(at(place - 1))}>
                {say(words.previous)} <kbd>k</kbd>
              </Button>
              <Button kind="quiet" disabled={!at(place + 1)} onClick={() => open(at(place + 1))}>
                {say(words.next)} <kbd>j</kbd>
              </Button>
            </>
          )}
          <Button kind="quiet" onClick={() => setHelping(true)}>
            {say(words.shortcuts)} <kbd>?</kbd>
          </Button>
        </>
      }
    >
      <Loaded query={pair} waiting={<Skeleton lines={10} />}>
        {(data) => (
          <div className="stack-loose">
            <Likeness pair={data} />
            <section className="stack">
              <h2>{say(words.facts)}</h2>
              <div className="row">
                <span role="status">
                  {say(words.equalCount, {
                    n: data.fields.filter(({ same }) => same).length,
                    all: data.fields.length,
                  })}
                </span>
                <Button aria-pressed={onlySame} onClick={() => setOnlySame(!onlySame)}>
                  {say(onlySame ? words.all : words.onlySame)} <kbd>e</kbd>
                </Button>
              </div>
              <CompareTable pair={data} onlySame={onlySame} />
            </section>
            <SameFiles pair={data} />
            <DecisionPart pair={data} />
          </div>
        )}
      </Loaded>
      {helping && <ShortcutsDialog help={help} onClose={() => setHelping(false)} />}
    </Page>
  );
}

type PairProps = { readonly pair: OutputOf<'compareDuplicate'> };

function Likeness({ pair: { mine } }: PairProps) {
  const say = useText();
  const kinds = mine.kinds.map((kind) => say(likenessWords[kind])).join(say(words.comma));
  return (
    <p>
      <strong>{say(words.alikeBy, { kinds })}</strong>
    </p>
  );
}

function SameFiles({ pair: { mine, theirs, sameFiles } }: PairProps) {
  const say = useText();
  const here = useProgramme(mine.programme.id, mine.programme.version).data?.programme.documents ?? [];
  const there = useProgramme(theirs.programme.id, theirs.programme.version).data?.programme.documents ?? [];
  const titleOf = (slots: typeof here, id: string) => {
    const slot = slots.find((one) => one.id === id);
    return slot ? say(slot.title) : id;
  };
  if (sameFiles.length === 0) return null;
  return (
    <section className="sheet stack">
      <h2>{say(words.sameFiles)}</h2>
      <ul>
        {sameFiles.map((file) => (
          <li key={`${file.mine} ${file.theirs}`}>
            {say(words.sameFile, { mine: titleOf(here, file.mine), theirs: titleOf(there, file.theirs) })}
          </li>
        ))}
      </ul>
    </section>
  );
}
