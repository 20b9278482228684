import type { DossierDto } from '../../../shared/api/dto/dossier.ts';
import { Button } from '../../components/button/button.tsx';
import { Notice } from '../../components/feedback/notice.tsx';
import { ProblemNotice } from '../../components/feedback/problem-notice.tsx';
import { Icon } from '../../components/icon.tsx';
import { useText } from '../../lib/i18n/use-text.ts';
import { saveFile } from '../../lib/save-file.ts';
import { useProof } from './queries.ts';
import type { VerifiedHere } from './verify-here.ts';
import { words } from './words.ts';

export function StillTheSame({ dossier: { caseId, events } }: { readonly dossier: DossierDto }) {
  const say = useText();
  const proof = useProof(caseId);
  const keepOthers = async (keys: string): Promise<void> => {
    const { keepKeys } = await import('./verify-here.ts');
    keepKeys(keys);
    await proof.refetch();
  };
  return (
    <section className="sheet stack audit-answer" aria-labelledby="proof-title" aria-busy={proof.isPending}>
      <h2 id="proof-title">{say(words.proofTitle)}</h2>
      <div role="status">
        {proof.isPending && <p>{say(words.checking)}</p>}
        {proof.data && <Verdict proof={proof.data} events={events.length} />}
      </div>
      {proof.error && (
        <>
          <p>
            <strong>{say(words.unproven)}</strong>
          </p>
          <ProblemNotice error={proof.error} onRetry={() => proof.refetch()} />
        </>
      )}
      {proof.data && (
        <div className="row not-printed">
          {proof.data.kept === 'other' && (
            <Button kind="quiet" onClick={() => keepOthers(proof.data.keys)}>
              {say(words.keepKeys)}
            </Button>
          )}
          <Button onClick={() => saveFile(proof.data.file.name, proof.data.file.text)}>
            <Icon name="download" /> {say(words.download)}
          </Button>
          <Button kind="quiet" onClick={() => saveFile('ledger-keys.txt', proof.data.keys)}>
            {say(words.downloadKeys)}
          </Button>
        </div>
      )}
    </section>
  );
}

const steps = ['signed', 'chain', 'log', 'enclosed', 'issued'] as const;
const keyWords = { first: words.keyFirst, known: words.keyKnown, other: words.keyOther } as const;

type VerdictProps = { readonly proof: VerifiedHere; readonly events: number };

/** The answer in one line, each check with a mark and a word, then what was found or proven. */
function Verdict({ proof: { report, failedAt, keyId, kept }, events }: VerdictProps) {
  const say = useText();
  const { ok, firstBad, notes } = report;
  const failing = failedAt === undefined ? steps.length : steps.indexOf(failedAt);
  const stateOf = (at: number) => (at < failing ? 'done' : at === failing ? 'failed' : 'open');
  return (
    <div className="stack">
      <p className={ok ? 'audit-verdict audit-verdict-good' : 'audit-verdict audit-verdict-bad'}>
        <Icon name={ok ? 'check' : 'alert'} /> {say(ok ? words.proven : words.broken)}
      </p>
      <ul className="audit-steps">
        {steps.map((step, at) => {
          const state = stateOf(at);
          return (
            <li key={step} className={`audit-step audit-step-${state}`}>
              <Icon name={state === 'done' ? 'check' : state === 'failed' ? 'cross' : 'minus'} />
              <span>
                {say(words.steps[step], { n: events })}{' '}
                <span className="small soft">
                  {say(
                    state === 'done'
                      ? words.stepDone
                      : state === 'failed'
                        ? words.stepFailed
                        : words.stepOpen,
                  )}
                </span>
              </span>
            </li>
          );
        })}
      </ul>
      {firstBad && (
        <Notice
          tone="bad"
          title={firstBad.seq !== undefined ? say(words.place, { seq: firstBad.seq }) : undefined}
        >
          <p>{say(firstBad.reason)}</p>
        </Notice>
      )}
      <p className={kept === 'other' ? 'audit-key-other' : 'small soft'}>
        {say(keyWords[kept], { id: keyId })}
      </p>
      <details className="small">
        <summary>{say(words.offline)}</summary>
        {notes.map((note) => (
          <p key={note.en}>{say(note)}</p>
        ))}
      </details>
    </div>
  );
}
