import './policy.css';
import { useState } from 'react';
import { useParams } from 'wouter';
import type { OutputOf } from '../../../shared/api/client.ts';
import { Button } from '../../components/button/button.tsx';
import { Loaded } from '../../components/feedback/loaded.tsx';
import { Labelled } from '../../components/form/labelled.tsx';
import { Icon } from '../../components/icon.tsx';
import { Page } from '../../components/page/page.tsx';
import { useFormat } from '../../lib/i18n/use-format.ts';
import { useText } from '../../lib/i18n/use-text.ts';
import { saveFile } from '../../lib/save-file.ts';
import { ProgrammeDiff } from './programme-diff.tsx';
import { useVersions } from './queries.ts';
import { words } from './words.ts';

type Version = OutputOf<'listProgrammeVersions'>['items'][number];

export function VersionsPage() {
  const say = useText();
  const { programmeId = '' } = useParams<{ programmeId: string }>();
  const versions = useVersions(programmeId);
  return (
    <Loaded query={versions}>
      {({ items }) => {
        const [latest] = items;
        return (
          <Page
            title={latest ? say(latest.document.title) : programmeId}
            back={{ to: '/policy', label: say(words.title) }}
          >
            <div className="stack-loose">
              <section className="stack" aria-labelledby="versions-title">
                <h2 id="versions-title">{say(words.versions)}</h2>
                <ul className="version-list">
                  {items.map((item) => (
                    <VersionCard key={item.version} item={item} />
                  ))}
                </ul>
              </section>
              <Comparison items={items} />
            </div>
          </Page>
        );
      }}
    </Loaded>
  );
}

function VersionCard({ item }: { readonly item: Version }) {
  const say = useText();
  const format = useFormat();
  const { version, hash, publishedAt, publishedBy, publisherName = publishedBy, document } = item;
  const { effectiveFrom, effectiveTo } = document;
  return (
    <li className="sheet version-card">
      <div>
        <h3>{say(words.version, { n: version })}</h3>
        <p className="numbers">
          {say(words.effective, { from: format.date(effectiveFrom) })}
          {effectiveTo && ` ${say(words.until, { to: format.date(effectiveTo) })}`}
        </p>
        <p className="small soft numbers">
          {say(words.publishedAt, { at: format.instant(publishedAt), by: publisherName })}
        </p>
        <p className="small soft version-hash">{say(words.hash, { hash })}</p>
      </div>
      <Button onClick={() => saveFile(`${document.id}-${version}.json`, JSON.stringify(document, null, 2))}>
        <Icon name="download" />
        {say(words.download)}
        <span className="only-heard">{say(words.version, { n: version })}</span>
      </Button>
    </li>
  );
}

function Comparison({ items }: { readonly items: readonly Version[] }) {
  const say = useText();
  const [from, setFrom] = useState(items[1]?.version ?? 0);
  const [to, setTo] = useState(items[0]?.version ?? 0);
  const before = items.find(({ version }) => version === from);
  const after = items.find(({ version }) => version === to);
  if (items.length < 2) return <p className="soft">{say(words.firstVersion)}</p>;
  const choice = (label: string, value: number, onChange: (version: number) => void) => (
    <Labelled label={label}>
      {(id) => (
        <select
          id={id}
          className="control control-short"
          value={value}
          onChange={(event) => onChange(Number(event.target.value))}
        >
          {items.map(({ version }) => (
            <option key={version} value={version}>
              {say(words.version, { n: version })}
            </option>
          ))}
        </select>
      )}
    </Labelled>
  );
  return (
    <section className="stack" aria-labelledby="diff-title">
      <h2 id="diff-title">{say(words.diffTitle, { a: from, b: to })}</h2>
      <div className="version-choice">
        {choice(say(words.from), from, setFrom)}
        {choice(say(words.with), to, setTo)}
      </div>
      {before && after && <ProgrammeDiff before={before.document} after={after.document} />}
    </section>
  );
}
