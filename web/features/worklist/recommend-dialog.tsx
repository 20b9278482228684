import { useQueries } from '@tanstack/react-query';
import { useState } from 'react';
import type { CaseDto, CaseSummaryDto } from '../../../shared/api/dto/case.ts';
import type { Programme, Stage } from '../../../shared/programmes/programme.ts';
import { Button } from '../../components/button/button.tsx';
import { Dialog, DialogActions } from '../../components/dialog/dialog.tsx';
import { Notice } from '../../components/feedback/notice.tsx';
import { Skeleton } from '../../components/feedback/skeleton.tsx';
import { ChecklistField } from '../../components/form/checklist-field.tsx';
import { isSaid, WordsField } from '../../components/form/words-field.tsx';
import { words as common } from '../../components/words.ts';
import { call } from '../../lib/api/call.ts';
import { useFormat } from '../../lib/i18n/use-format.ts';
import { useText } from '../../lib/i18n/use-text.ts';
import { programmeQuery } from '../../lib/use-programme.ts';
import type { BulkAct } from './bulk-result.tsx';
import { words } from './words.ts';

type RecommendDialogProps = {
  readonly cases: readonly CaseSummaryDto[];
  readonly busy: boolean;
  readonly onAct: (acts: readonly BulkAct[]) => void;
  readonly onClose: () => void;
};

const stageOf = (one: CaseDto, programmes: readonly Programme[]): Stage | undefined =>
  programmes
    .find(({ id, version }) => id === one.programme.id && version === one.programme.version)
    ?.stages.find(({ id }) => id === one.stage?.id);

/** The stages the chosen cases are at; those with the same checklist once. */
function stagesOf(cases: readonly CaseDto[], programmes: readonly Programme[]): readonly Stage[] {
  const stages = cases
    .map((one) => stageOf(one, programmes))
    .filter((stage) => stage !== undefined)
    .filter(({ kind }) => kind === 'recommendation');
  return [...new Map(stages.map((stage) => [idsOf(stage).join(), stage])).values()];
}

const idsOf = (stage: Stage | undefined): string[] => stage?.checklist.map(({ id }) => id) ?? [];

/** The same opinion on several cases, each with its own reckoned amount. */
export function RecommendDialog({ cases, busy, onAct, onClose }: RecommendDialogProps) {
  const say = useText();
  const format = useFormat();
  const [reason, setReason] = useState('');
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const [tried, setTried] = useState(false);
  const loaded = useQueries({
    queries: cases.map(({ caseId }) => ({
      queryKey: ['case', caseId],
      queryFn: () => call('getCase', { params: { caseId } }),
    })),
  }).flatMap(({ data }) => (data ? [data] : []));
  const versions = new Map(
    loaded.map(({ programme }) => [`${programme.id} ${programme.version}`, programme]),
  );
  const programmes = useQueries({
    queries: [...versions.values()].map(({ id, version }) => programmeQuery(id, version)),
  }).flatMap(({ data }) => (data ? [data.programme] : []));
  const stages = stagesOf(loaded, programmes);
  const items = stages.flatMap(idsOf);
  const complete = items.every((id) => ticked.includes(id));
  const ready = loaded.length === cases.length && programmes.length === versions.size;

  const send = () => {
    setTried(true);
    if (!isSaid(reason) || !complete) return;
    onAct(
      loaded.map((one) => ({
        caseId: one.caseId,
        version: one.version,
        command: {
          type: 'recommend',
          opinion: 'support',
          amount: one.explanation.amount,
          reason,
          checklist: idsOf(stageOf(one, programmes)),
        },
      })),
    );
  };
  return (
    <Dialog title={say(words.recommendTitle, { n: cases.length })} onClose={onClose} wide>
      <p>{say(words.recommendHint)}</p>
      {ready ? (
        <ul className="bulk-results">
          {loaded.map(({ caseId, enterpriseName, explanation }) => {
            const failing = explanation.rules.filter(
              ({ result, weight }) => result !== 'met' && weight === 'must',
            );
            return (
              <li key={caseId}>
                <span>
                  <strong lang="zh-CN">{enterpriseName}</strong>{' '}
                  <span className="small soft numbers">{caseId}</span>
                  <span className="numbers bulk-amount">
                    {say(words.amount)} {format.moneyWithWan(explanation.amount)}
                  </span>
                  {failing.length > 0 && (
                    <span className="bulk-problem">{say(words.failing, { n: failing.length })}</span>
                  )}
                </span>
              </li>
            );
          })}
        </ul>
      ) : (
        <Skeleton />
      )}
      {stages.map((stage) => (
        <ChecklistField
          key={stage.id}
          label={say(words.checklist, { stage: say(stage.title) })}
          items={stage.checklist}
          ticked={ticked}
          onChange={setTicked}
        />
      ))}
      {tried && !complete && <Notice tone="bad" title={say(words.needChecklist)} urgent />}
      <WordsField
        label={say(words.reason)}
        value={reason}
        onChange={setReason}
        error={tried && !isSaid(reason) ? words.needReason : undefined}
      />
      <DialogActions>
        <Button kind="primary" busy={busy} disabled={!ready} onClick={send}>
          {say(words.recommend)}
        </Button>
        <Button onClick={onClose}>{say(common.cancel)}</Button>
      </DialogActions>
    </Dialog>
  );
}
