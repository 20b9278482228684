import { useEffect } from 'react';
import { useLocation } from 'wouter';
import type { FieldError } from '../../../shared/api/errors.ts';
import type { Section } from '../../../shared/forms/field.ts';
import { Button } from '../../components/button/button.tsx';
import { LinkButton } from '../../components/button/link-button.tsx';
import { SaveStatus, SaveTrouble } from '../../components/draft/save-status.tsx';
import { ErrorSummary } from '../../components/form/error-summary.tsx';
import { FieldEditor } from '../../components/form/field-editor.tsx';
import { focusAnswer } from '../../components/form/field-id.ts';
import { useShownErrors } from '../../components/form/use-shown-errors.ts';
import { Page } from '../../components/page/page.tsx';
import { useText } from '../../lib/i18n/use-text.ts';
import { summaryEntries } from './summary-entries.ts';
import type { Editing } from './use-editing.ts';
import { words } from './words.ts';

type SectionStepProps = {
  readonly editing: Editing;
  readonly section: Section;
  readonly errors: readonly FieldError[];
  /** Pointer to go to when the section opens. */
  readonly focus: string | undefined;
  readonly onFocused: () => void;
  readonly previous: string | undefined;
  readonly next: string;
};

export function SectionStep(props: SectionStepProps) {
  const { editing, section, errors, focus, onFocused, previous, next } = props;
  const say = useText();
  const [, go] = useLocation();
  const { draft, store, asked, programme } = editing;
  const here = asked.filter((one) => one.section === section);
  const shown = useShownErrors(errors);

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the section opens
  useEffect(() => {
    if (focus === undefined) return;
    shown.tryOn();
    focusAnswer(focus);
    onFocused();
  }, []);

  const onNext = () => {
    if (errors.length === 0) go(next);
    else shown.tryOn();
  };
  return (
    <Page
      title={say(section.title)}
      eyebrow={say(programme.title)}
      intro={section.intro && say(section.intro)}
      width="reading"
    >
      <form
        className="stack-loose"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          onNext();
        }}
      >
        <SaveTrouble draft={draft} />
        {shown.attempt > 0 && (
          <ErrorSummary
            entries={summaryEntries(programme, errors, say)}
            attempt={focus === undefined ? shown.attempt : shown.attempt - 1}
          />
        )}
        {here.length === 0 && <p>{say(words.nothingAsked)}</p>}
        {here.map(({ field, required }) => (
          <FieldEditor
            key={field.id}
            field={field}
            required={required}
            value={draft.answers[field.id]}
            errors={shown.of(field)}
            onChange={(value) => store.change(field.id, value)}
            onLeave={(done) => shown.leave(field, done)}
          />
        ))}
        <div className="apply-foot">
          <SaveStatus draft={draft} />
          <div className="row">
            <Button kind="primary" type="submit">
              {say(words.next)}
            </Button>
            {previous && <LinkButton to={previous}>{say(words.previous)}</LinkButton>}
            {shown.attempt > 0 && errors.length > 0 && (
              <LinkButton to={next} kind="quiet">
                {say(words.skip)}
              </LinkButton>
            )}
          </div>
        </div>
      </form>
    </Page>
  );
}
