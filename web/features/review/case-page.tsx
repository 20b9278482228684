import './review.css';
import { useState } from 'react';
import { useLocation, useParams } from 'wouter';
import type { CaseDto } from '../../../shared/api/dto/case.ts';
import type { Programme } from '../../../shared/programmes/programme.ts';
import { Button } from '../../components/button/button.tsx';
import { LinkButton } from '../../components/button/link-button.tsx';
import { Loaded } from '../../components/feedback/loaded.tsx';
import { Page } from '../../components/page/page.tsx';
import { ShortcutsDialog } from '../../components/shortcuts-dialog.tsx';
import { hasRole, useMe } from '../../lib/auth/use-me.ts';
import { neighbours } from '../../lib/case-order.ts';
import { useText } from '../../lib/i18n/use-text.ts';
import { useProgramme } from '../../lib/use-programme.ts';
import { useShortcuts } from '../../lib/use-shortcuts.ts';
import { Alike } from './alike.tsx';
import { CaseAnswers } from './case-answers.tsx';
import { CaseDocuments } from './case-documents.tsx';
import { CaseHistory } from './case-history.tsx';
import { CaseStanding } from './case-standing.tsx';
import { Changes } from './changes.tsx';
import { Desk } from './desk.tsx';
import { Objections } from './objections.tsx';
import { useCase } from './queries.ts';
import { Rules } from './rules.tsx';
import { useDesk } from './use-desk.ts';
import { words } from './words.ts';

const help = [
  ['j', words.help.next],
  ['k', words.help.previous],
  ['o', words.help.open],
  ['d', words.help.decide],
  ['1 – 9', words.help.act],
  ['Ctrl + Enter', words.help.send],
  ['Esc', words.help.close],
  ['?', words.help.help],
] as const;

export function CasePage() {
  const { caseId = '' } = useParams<{ caseId: string }>();
  const query = useCase(caseId);
  return <Loaded query={query}>{(data) => <WithProgramme key={data.caseId} data={data} />}</Loaded>;
}

function WithProgramme({ data }: { readonly data: CaseDto }) {
  const programme = useProgramme(data.programme.id, data.programme.version);
  return <Loaded query={programme}>{(found) => <Case data={data} programme={found.programme} />}</Loaded>;
}

type CaseProps = { readonly data: CaseDto; readonly programme: Programme };

function Case({ data, programme }: CaseProps) {
  const say = useText();
  const { data: me } = useMe();
  const [, go] = useLocation();
  const [helping, setHelping] = useState(false);
  const [documentId, setDocumentId] = useState(data.documents[0]?.id);
  const desk = useDesk(data);
  const { previous, next } = neighbours(data.caseId);
  const open = (caseId: string | undefined) => caseId && go(`/cases/${caseId}`);
  const showNext = () => {
    const place = data.documents.findIndex(({ id }) => id === documentId);
    setDocumentId(data.documents[(place + 1) % data.documents.length]?.id);
    document.getElementById('case-documents')?.focus();
  };
  useShortcuts({
    j: () => open(next),
    k: () => open(previous),
    o: showNext,
    d: () => document.getElementById('desk')?.focus(),
    ...Object.fromEntries(desk.acts.map((act, index) => [String(index + 1), () => desk.press(act)])),
    '?': () => setHelping(true),
  });
  return (
    <Page
      title={data.enterpriseName}
      eyebrow={
        <>
          {say(data.programme.title)} · <span className="numbers">{data.caseId}</span>
        </>
      }
      intro={<CaseStanding data={data} />}
      back={{ to: '/worklist', label: say(words.worklist) }}
      width="wide"
      actions={
        <>
          {data.status === 'approved' && (
            <LinkButton to={`/awards/${data.caseId}`}>{say(words.toAward)}</LinkButton>
          )}
          {data.status === 'in-notice' && (
            <LinkButton to={`/notices/${data.caseId}`}>{say(words.toNotice)}</LinkButton>
          )}
          {hasRole(me, 'supervisor') && me?.town === data.town && (
            <LinkButton to={`/cases/${data.caseId}/helper`}>{say(words.toHelper)}</LinkButton>
          )}
          <Button kind="quiet" disabled={!previous} onClick={() => open(previous)}>
            {say(words.previous)} <kbd>k</kbd>
          </Button>
          <Button kind="quiet" disabled={!next} onClick={() => open(next)}>
            {say(words.next)} <kbd>j</kbd>
          </Button>
          <span className="keys-only">
            <Button kind="quiet" onClick={() => setHelping(true)}>
              {say(words.shortcuts)} <kbd>?</kbd>
            </Button>
          </span>
        </>
      }
    >
      <div className="case">
        <div className="case-left stack-loose">
          <Objections data={data} />
          <Alike caseId={data.caseId} />
          <Rules data={data} />
          <Changes data={data} programme={programme} />
          <CaseAnswers data={data} programme={programme} desk={desk} />
        </div>
        <div className="case-right stack-loose">
          <Desk data={data} programme={programme} desk={desk} />
          <CaseDocuments data={data} programme={programme} chosen={documentId} onChoose={setDocumentId} />
          <CaseHistory data={data} />
        </div>
      </div>
      {helping && <ShortcutsDialog help={help} onClose={() => setHelping(false)} />}
    </Page>
  );
}
