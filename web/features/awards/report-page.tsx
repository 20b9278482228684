import './awards.css';
import { type FormEvent, useState } from 'react';
import { useLocation, useParams } from 'wouter';
import { ApiProblem } from '../../../shared/api/client.ts';
import type { AwardDto, DutyDto } from '../../../shared/api/dto/award.ts';
import type { Form } from '../../../shared/forms/field.ts';
import { pointerLabel } from '../../../shared/letters/pointer-label.ts';
import type { Programme } from '../../../shared/programmes/programme.ts';
import { Button } from '../../components/button/button.tsx';
import { Loaded } from '../../components/feedback/loaded.tsx';
import { ProblemNotice } from '../../components/feedback/problem-notice.tsx';
import { ErrorSummary } from '../../components/form/error-summary.tsx';
import { FieldEditor } from '../../components/form/field-editor.tsx';
import { Page } from '../../components/page/page.tsx';
import { announce } from '../../lib/announce.ts';
import { useFormat } from '../../lib/i18n/use-format.ts';
import { useText } from '../../lib/i18n/use-text.ts';
import { useForm } from '../../lib/use-form.ts';
import { useProgramme } from '../../lib/use-programme.ts';
import { useOwnAward } from './queries.ts';
import { useOwnAct } from './use-own-act.ts';
import { words } from './words.ts';

/** The report on one duty: the form of the programme, by the same fields as an application. */
export function ReportPage() {
  const { caseId = '', obligation = '' } = useParams<{ caseId: string; obligation: string }>();
  const award = useOwnAward(caseId);
  return <Loaded query={award}>{(data) => <WithForm award={data} obligation={obligation} />}</Loaded>;
}

function WithForm({ award, obligation }: { readonly award: AwardDto; readonly obligation: string }) {
  const say = useText();
  const programme = useProgramme(award.programme.id, award.programme.version);
  const duty = award.duties.find(({ id }) => id === obligation);
  return (
    <Loaded query={programme}>
      {({ programme: document }) => {
        const form = document.obligations.find(({ id }) => id === obligation)?.form;
        if (!form || !duty || (duty.state !== 'open' && duty.state !== 'overdue')) {
          return (
            <Page
              title={say(words.notOpen)}
              back={{ to: `/applications/${award.caseId}/award`, label: say(words.ownTitle) }}
            >
              {null}
            </Page>
          );
        }
        return <ReportForm award={award} programme={document} duty={duty} definition={form} />;
      }}
    </Loaded>
  );
}

type ReportFormProps = {
  readonly award: AwardDto;
  readonly programme: Programme;
  readonly duty: DutyDto;
  readonly definition: Form;
};

function ReportForm({ award, programme, duty, definition }: ReportFormProps) {
  const say = useText();
  const format = useFormat();
  const [, go] = useLocation();
  const [attempt, setAttempt] = useState(0);
  const form = useForm(definition, `report:${award.caseId}:${duty.id}:${duty.round}`, {});
  const back = `/applications/${award.caseId}/award`;
  const act = useOwnAct(award, () => {
    form.forget();
    announce(words.reportDone);
    go(back, { replace: true });
  });
  const refused = act.error instanceof ApiProblem ? (act.error.problem.errors ?? []) : [];
  const errors = attempt > 0 ? [...form.errors, ...refused] : [];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAttempt((count) => count + 1);
    if (form.errors.length > 0) return;
    act.mutate({ command: { type: 'submit-report', obligation: duty.id }, answers: { ...form.answers } });
  };
  const sections = [...new Set(form.asked.map(({ section }) => section))];
  return (
    <Page
      title={say(words.reportTitle, { title: say(duty.title) })}
      eyebrow={<span className="numbers">{award.caseId}</span>}
      intro={say(words.reportIntro, { date: format.date(duty.due) })}
      back={{ to: back, label: say(words.ownTitle) }}
      width="reading"
    >
      <form className="stack-loose" noValidate onSubmit={submit}>
        {errors.length > 0 && (
          <ErrorSummary
            entries={errors.map(({ path, message }) => ({
              path,
              name: say(pointerLabel({ ...programme, form: definition }, path)),
              message,
            }))}
            attempt={attempt}
          />
        )}
        {sections.map((section) => (
          <section key={section.id} className="stack">
            <h2>{say(section.title)}</h2>
            {form.asked
              .filter((one) => one.section === section)
              .map(({ field, required }) => (
                <FieldEditor
                  key={field.id}
                  field={field}
                  required={required}
                  value={form.answers[field.id]}
                  errors={errors.filter(
                    ({ path }) => path === `/${field.id}` || path.startsWith(`/${field.id}/`),
                  )}
                  onChange={(value) => form.change(field.id, value)}
                  onLeave={() => undefined}
                />
              ))}
          </section>
        ))}
        {act.error !== null && <ProblemNotice error={act.error} />}
        <div>
          <Button kind="primary" type="submit" busy={act.isPending}>
            {say(words.submitReport)}
          </Button>
        </div>
      </form>
    </Page>
  );
}
