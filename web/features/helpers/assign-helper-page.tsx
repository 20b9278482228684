import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import { useLocation, useParams } from 'wouter';
import { Button } from '../../components/button/button.tsx';
import { Loaded } from '../../components/feedback/loaded.tsx';
import { ProblemNotice } from '../../components/feedback/problem-notice.tsx';
import { FieldFrame } from '../../components/form/field-frame.tsx';
import { Page } from '../../components/page/page.tsx';
import { announce } from '../../lib/announce.ts';
import { call } from '../../lib/api/call.ts';
import { useText } from '../../lib/i18n/use-text.ts';
import { useAct } from '../../lib/use-act.ts';
import { words } from './words.ts';

/** The head of a town's office chooses who looks after the enterprise of a case. */
export function AssignHelperPage() {
  const { caseId = '' } = useParams<{ caseId: string }>();
  const say = useText();
  const found = useQuery({
    queryKey: ['assign-helper', caseId],
    queryFn: async ({ signal }) => {
      const [colleagues, helpers, file] = await Promise.all([
        call('listColleagues', { signal }),
        call('listHelpers', { signal }),
        call('getCase', { params: { caseId }, signal }),
      ]);
      const helper = helpers.items.find(({ enterpriseName }) => enterpriseName === file.enterpriseName);
      return { colleagues: colleagues.items, helper, enterpriseName: file.enterpriseName };
    },
  });
  return (
    <Page
      title={say(words.assignTitle)}
      eyebrow={<span lang="zh-CN">{found.data?.enterpriseName}</span>}
      back={{ to: `/cases/${caseId}`, label: say(words.toCase) }}
      width="reading"
    >
      <Loaded query={found}>
        {({ colleagues, helper }) => (
          <>
            {helper && <p>{say(words.now, { name: helper.officer.name })}</p>}
            <AssignForm caseId={caseId} version={helper?.version ?? 0} colleagues={colleagues} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

type AssignFormProps = {
  readonly caseId: string;
  readonly version: number;
  readonly colleagues: readonly { readonly id: string; readonly name: string }[];
};

function AssignForm({ caseId, version, colleagues }: AssignFormProps) {
  const say = useText();
  const id = useId();
  const [, go] = useLocation();
  const queries = useQueryClient();
  const [officer, setOfficer] = useState(colleagues[0]?.id ?? '');
  const assign = useAct(
    (commandId, _: undefined) =>
      call('assignHelper', { params: { caseId }, body: { commandId, version, officer } }),
    async () => {
      announce(words.assigned);
      await queries.invalidateQueries({ queryKey: ['helpers'] });
      go('/helpers');
    },
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (officer !== '') assign.mutate(undefined);
  };
  return (
    <form className="stack" onSubmit={submit}>
      <FieldFrame id={id} label={say(words.officer)}>
        {() => (
          <select
            id={id}
            className="control"
            value={officer}
            onChange={({ target }) => setOfficer(target.value)}
          >
            {colleagues.map((colleague) => (
              <option key={colleague.id} value={colleague.id}>
                {colleague.name}
              </option>
            ))}
          </select>
        )}
      </FieldFrame>
      {assign.error !== null && <ProblemNotice error={assign.error} />}
      <div>
        <Button kind="primary" type="submit" busy={assign.isPending}>
          {say(words.assign)}
        </Button>
      </div>
    </form>
  );
}
