import './guide.css';
import type { ReactNode } from 'react';
import { Link, useParams } from 'wouter';
import type { Text } from '../../../shared/language/text.ts';
import type { Programme } from '../../../shared/programmes/programme.ts';
import { Loaded } from '../../components/feedback/loaded.tsx';
import { Page } from '../../components/page/page.tsx';
import { useFormat } from '../../lib/i18n/use-format.ts';
import { useText } from '../../lib/i18n/use-text.ts';
import { useProgramme } from '../../lib/use-programme.ts';
import { DocumentList } from './document-list.tsx';
import { GuideSummary } from './guide-summary.tsx';
import { ProcessPicture } from './process-picture.tsx';
import { words } from './words.ts';

export function GuidePage() {
  const { programmeId = '' } = useParams<{ programmeId: string }>();
  const programme = useProgramme(programmeId);
  return <Loaded query={programme}>{(data) => <Guide programme={data.programme} />}</Loaded>;
}

function Guide({ programme }: { readonly programme: Programme }) {
  const say = useText();
  const format = useFormat();
  const { guide } = programme;
  return (
    <Page
      title={say(programme.title)}
      eyebrow={`${say(words.eyebrow)} · ${say(words.version, { version: programme.version, date: format.date(programme.effectiveFrom) })}`}
      intro={say(programme.summary)}
    >
      <div className="guide">
        <GuideSummary programme={programme} />
        <div className="guide-body stack-loose">
          <Part title={words.who}>
            <p>{say(guide.whoCanApply)}</p>
          </Part>
          <Part title={words.conditions}>
            <Sentences of={guide.conditions} />
          </Part>
          <Part title={words.what}>
            <p>{say(guide.whatYouGet)}</p>
          </Part>
          <Part title={words.documents}>
            <div className="table-sheet">
              <DocumentList slots={programme.documents} />
            </div>
          </Part>
          <Part title={words.process}>
            <p className="soft">{say(words.processHint)}</p>
            <ProcessPicture programme={programme} />
            {programme.notice && (
              <p>
                <Link href={`/notices?programme=${programme.id}`}>{say(words.inNotice)}</Link>
              </p>
            )}
            <p>
              <strong>{say(words.correction)}</strong>{' '}
              {say(words.correctionBody, { n: programme.correction.workingDays })}
            </p>
          </Part>
          <Part title={words.basis}>
            <dl className="guide-bases">
              {programme.legalBases.map(({ id, title, clause, standing }) => (
                <div key={id}>
                  <dt>{say(title)}</dt>
                  <dd>
                    {say(clause)} <span className="small soft">({say(words.standing[standing])})</span>
                  </dd>
                </div>
              ))}
            </dl>
          </Part>
          {programme.obligations.length > 0 && (
            <Part title={words.obligations}>
              <Sentences of={programme.obligations.map(({ title }) => title)} />
            </Part>
          )}
          <Part title={words.remedies}>
            <Sentences of={guide.remedies} />
          </Part>
          {guide.questions.length > 0 && (
            <Part title={words.questions}>
              <div>
                {guide.questions.map(({ question, answer }) => (
                  <details key={question.en} className="guide-question">
                    <summary>{say(question)}</summary>
                    <p>{say(answer)}</p>
                  </details>
                ))}
              </div>
            </Part>
          )}
        </div>
      </div>
    </Page>
  );
}

function Part({ title, children }: { readonly title: Text; readonly children: ReactNode }) {
  const say = useText();
  return (
    <section className="stack">
      <h2>{say(title)}</h2>
      {children}
    </section>
  );
}

function Sentences({ of }: { readonly of: readonly Text[] }) {
  const say = useText();
  return (
    <ul>
      {of.map((sentence) => (
        <li key={sentence.en}>{say(sentence)}</li>
      ))}
    </ul>
  );
}
