import { Suspense, useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import type { Section } from '../../../shared/forms/field.ts';
import { stepsOf } from '../../../shared/forms/pointer.ts';
import { PageSkeleton } from '../../components/feedback/skeleton.tsx';
import { focusAnswer } from '../../components/form/field-id.ts';
import { later } from '../../components/later.tsx';
import { useText } from '../../lib/i18n/use-text.ts';
import { SectionStep } from './section-step.tsx';
import { StepBar } from './step-bar.tsx';
import type { Editing } from './use-editing.ts';
import { words } from './words.ts';

/** The last step, beside the sections of the form. */
const checkStep = 'check';

const checkStepPage = later(async () => (await import('./check-step.tsx')).CheckStep);

type DraftFormProps = { readonly editing: Editing; readonly step: string | undefined };

/** A new application, section by section; every step has its own address. */
export function DraftForm({ editing, step }: DraftFormProps) {
  const say = useText();
  const [, go] = useLocation();
  const [pending, setPending] = useState<string>();
  const { application, asked, errors } = editing;
  useEffect(checkStepPage.fetchAhead, []);
  const sections = [...new Set(asked.map(({ section }) => section))];
  const sectionOf = (pointer: string): Section | undefined => {
    const [id] = stepsOf(pointer);
    return asked.find(({ field }) => field.id === id)?.section;
  };
  const errorsIn = (section: Section) => errors.filter(({ path }) => sectionOf(path) === section);
  const addressOf = (id: string) => `/applications/${application.caseId}/edit/${id}`;
  const current = step === checkStep ? undefined : (sections.find(({ id }) => id === step) ?? sections[0]);
  const index = current ? sections.indexOf(current) : sections.length;
  const idAt = (place: number) => sections[place]?.id ?? checkStep;

  const open = (pointer: string) => {
    const section = sectionOf(pointer);
    if (!section) return;
    if (section === current) focusAnswer(pointer);
    else {
      setPending(pointer);
      go(addressOf(section.id));
    }
  };
  const steps = [
    ...sections.map((section) => ({
      id: section.id,
      title: say(section.title),
      left: errorsIn(section).length,
      address: addressOf(section.id),
    })),
    { id: checkStep, title: say(words.checkStep), left: undefined, address: addressOf(checkStep) },
  ];
  return (
    <div className="apply">
      <StepBar steps={steps} current={index} />
      {current ? (
        <SectionStep
          key={current.id}
          editing={editing}
          section={current}
          errors={errorsIn(current)}
          focus={pending}
          onFocused={() => setPending(undefined)}
          previous={index > 0 ? addressOf(idAt(index - 1)) : undefined}
          next={addressOf(idAt(index + 1))}
        />
      ) : (
        <Suspense fallback={<PageSkeleton />}>
          <checkStepPage.Component
            editing={editing}
            previous={addressOf(idAt(index - 1))}
            addressOf={addressOf}
            onOpen={open}
          />
        </Suspense>
      )}
    </div>
  );
}
