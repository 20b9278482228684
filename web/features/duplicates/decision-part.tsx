import { useQueryClient } from '@tanstack/react-query';
import type { OutputOf } from '../../../shared/api/client.ts';
import type { DuplicateDecisionDto } from '../../../shared/api/routes/duplicates.ts';
import type { Answers } from '../../../shared/forms/answers.ts';
import type { Field } from '../../../shared/forms/field.ts';
import { Notice } from '../../components/feedback/notice.tsx';
import { ShortForm } from '../../components/form/short-form.tsx';
import { announce } from '../../lib/announce.ts';
import { said } from '../../lib/answered.ts';
import { call } from '../../lib/api/call.ts';
import { problemCode } from '../../lib/api/problem-text.ts';
import { hasRole, useMe } from '../../lib/auth/use-me.ts';
import { useFormat } from '../../lib/i18n/use-format.ts';
import { useText } from '../../lib/i18n/use-text.ts';
import { verdictWords } from '../../lib/likeness-words.ts';
import { useAct } from '../../lib/use-act.ts';
import { useCounty } from '../../lib/use-county.ts';
import { words } from './words.ts';

const fields: readonly Field[] = [
  {
    type: 'choice',
    id: 'verdict',
    label: words.verdict,
    required: true,
    options: [
      { value: 'same', label: words.verdicts.same },
      { value: 'unrelated', label: words.verdicts.unrelated },
    ],
  },
  {
    type: 'long-text',
    id: 'findings',
    label: words.findings,
    hint: words.findingsHint,
    required: true,
    minLength: 4,
    maxLength: 2000,
  },
];

type DecisionPartProps = { readonly pair: OutputOf<'compareDuplicate'> };

/** What was decided on the pair, and the deciding for those who may. */
export function DecisionPart({ pair: { mine, theirs, decision } }: DecisionPartProps) {
  const say = useText();
  const { data: me } = useMe();
  return (
    <section id="decision" className="sheet stack" tabIndex={-1} aria-labelledby="decision-title">
      <h2 id="decision-title">{say(words.decision)}</h2>
      {decision ? <Decided decision={decision} /> : <p>{say(words.undecided)}</p>}
      {hasRole(me, 'reviewer', 'supervisor') && (
        <Deciding
          key={decision?.version ?? 0}
          caseId={mine.caseId}
          other={theirs.caseId}
          version={decision?.version ?? 0}
        />
      )}
    </section>
  );
}

function Decided({ decision }: { readonly decision: DuplicateDecisionDto }) {
  const say = useText();
  const format = useFormat();
  const { officeName } = useCounty();
  const { verdict, findings, at, by, name, office } = decision;
  return (
    <Notice tone={verdict === 'same' ? 'attention' : 'good'} title={say(verdictWords[verdict])}>
      <p lang="zh-CN">{findings}</p>
      <p className="small">
        {say(words.decidedBy, {
          name: name ?? by,
          office: office === undefined ? '' : say(officeName(office)),
          at: format.instant(at),
        })}
      </p>
    </Notice>
  );
}

type DecidingProps = { readonly caseId: string; readonly other: string; readonly version: number };

function Deciding({ caseId, other, version }: DecidingProps) {
  const say = useText();
  const queries = useQueryClient();
  const refresh = () => queries.invalidateQueries({ queryKey: ['alike'] });
  const decide = useAct(
    (commandId, answers: Answers) =>
      call('decideOnDuplicate', {
        params: { caseId, other },
        body: {
          commandId,
          version,
          verdict: said(answers, 'verdict') === 'same' ? 'same' : 'unrelated',
          findings: said(answers, 'findings'),
        },
      }),
    async () => {
      announce(words.done);
      await refresh();
      document.getElementById('decision')?.focus();
    },
  );
  const stale = problemCode(decide.error) === 'stale-version';
  return (
    <>
      {version > 0 && <h3>{say(words.reviseTitle)}</h3>}
      {stale && <Notice tone="attention" title={say(words.changedMeanwhile)} urgent />}
      <ShortForm
        fields={fields}
        initial={{}}
        keptAs={`alike:${caseId}:${other}`}
        submit={say(words.record)}
        busy={decide.isPending}
        error={stale ? undefined : decide.error}
        onSubmit={(answers, forget) =>
          decide.mutate(answers, {
            onSuccess: forget,
            onError: (error) => {
              if (problemCode(error) === 'stale-version') refresh();
            },
          })
        }
      />
    </>
  );
}
