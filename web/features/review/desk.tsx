import { type ComponentType, useEffect, useRef } from 'react';
import type { CaseDto } from '../../../shared/api/dto/case.ts';
import { errorCatalogue } from '../../../shared/api/errors.ts';
import type { Programme } from '../../../shared/programmes/programme.ts';
import { Button } from '../../components/button/button.tsx';
import { Notice } from '../../components/feedback/notice.tsx';
import { ProblemNotice } from '../../components/feedback/problem-notice.tsx';
import { useText } from '../../lib/i18n/use-text.ts';
import { actNames, type ReviewerAct } from './command-words.ts';
import { AcceptForm } from './forms/accept-form.tsx';
import type { ActFormProps } from './forms/act-form.tsx';
import { AnswerObjectionForm } from './forms/answer-objection-form.tsx';
import { ApproveForm } from './forms/approve-form.tsx';
import { ConfirmVisitForm } from './forms/confirm-visit-form.tsx';
import { ConsentExpediteForm } from './forms/consent-expedite-form.tsx';
import { DecideReviewForm } from './forms/decide-review-form.tsx';
import { DelegateForm } from './forms/delegate-form.tsx';
import { NotAcceptForm } from './forms/not-accept-form.tsx';
import { ReasonForm } from './forms/reason-form.tsx';
import { RecommendForm } from './forms/recommend-form.tsx';
import { RecordVisitForm } from './forms/record-visit-form.tsx';
import { RefuseForm } from './forms/refuse-form.tsx';
import { ReturnForm } from './forms/return-form.tsx';
import type { DeskState } from './use-desk.ts';
import { words } from './words.ts';

/** The form of each act that needs one. */
const forms: Readonly<Partial<Record<ReviewerAct, ComponentType<ActFormProps>>>> = {
  accept: AcceptForm,
  'record-visit': RecordVisitForm,
  'confirm-visit': ConfirmVisitForm,
  recommend: RecommendForm,
  approve: ApproveForm,
  refuse: RefuseForm,
  'return-for-correction': ReturnForm,
  'not-accept': NotAcceptForm,
  'answer-objection': AnswerObjectionForm,
  'decide-internal-review': DecideReviewForm,
  'consent-expedite': ConsentExpediteForm,
  'request-expedite': ReasonForm,
  'extend-clock': ReasonForm,
  delegate: DelegateForm,
};

type DeskProps = { readonly data: CaseDto; readonly programme: Programme; readonly desk: DeskState };

/** What can be done to the case now, and the form of what is being done. */
export function Desk({ data, programme, desk }: DeskProps) {
  const say = useText();
  const form = useRef<HTMLDivElement>(null);
  const { open, acts } = desk;
  useEffect(() => {
    if (open) form.current?.querySelector<HTMLElement>('input, textarea, select')?.focus();
  }, [open]);
  const Form = open && forms[open];
  return (
    <section id="desk" className="desk sheet stack" tabIndex={-1} aria-labelledby="desk-title">
      <h2 id="desk-title">{say(words.handle)}</h2>
      {desk.stale && <Notice tone="attention" title={say(words.stale)} urgent />}
      {desk.error !== null && <ProblemNotice error={desk.error} />}
      {acts.length === 0 && <NothingToDo data={data} />}
      <div className="row desk-acts">
        {acts.map((act, index) => (
          <Button
            key={act}
            kind={index === 0 && !open ? 'primary' : 'plain'}
            aria-expanded={forms[act] && open === act}
            busy={desk.busy && !open && (act === 'claim' || act === 'release')}
            onClick={() => desk.press(act)}
          >
            {say(actNames[act])}
            {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: a key's picture takes no focus */}
            <kbd aria-hidden="true">{index + 1}</kbd>
          </Button>
        ))}
      </div>
      {Form && open && (
        <div ref={form} className="desk-form" key={open}>
          <h3>{say(actNames[open])}</h3>
          <Form act={open} data={data} programme={programme} desk={desk} />
        </div>
      )}
    </section>
  );
}

const isCode = (code: string): code is keyof typeof errorCatalogue => Object.hasOwn(errorCatalogue, code);

/** Why the acts of this stage are closed to this person, where there is a reason worth telling. */
function NothingToDo({ data }: { readonly data: CaseDto }) {
  const say = useText();
  const reasons = new Set(
    data.actions.flatMap(({ allowed, why }) =>
      allowed || !why || why === 'action-not-allowed' ? [] : [why],
    ),
  );
  return (
    <>
      <p>{say(words.nothingToDo)}</p>
      <ul className="small soft">
        {[...reasons].filter(isCode).map((code) => (
          <li key={code}>{say(errorCatalogue[code][1])}</li>
        ))}
      </ul>
    </>
  );
}
