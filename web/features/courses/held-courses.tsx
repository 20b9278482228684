import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import type { OutputOf } from '../../../shared/api/client.ts';
import type { CoursePlan } from '../../../shared/courses/course.ts';
import { Button } from '../../components/button/button.tsx';
import { LinkButton } from '../../components/button/link-button.tsx';
import { StatusBadge } from '../../components/case/badges.tsx';
import { Loaded } from '../../components/feedback/loaded.tsx';
import { call } from '../../lib/api/call.ts';
import { useFormat } from '../../lib/i18n/use-format.ts';
import { useText } from '../../lib/i18n/use-text.ts';
import { words } from './words.ts';

type HeldCoursesProps = {
  readonly menu: OutputOf<'courseMenu'>;
  /** An officer of the town: they see what came of each. */
  readonly isKeeper: boolean;
};

/** Courses for which a subsidy may be asked: started from here, what the town said of the course is filled in. */
export function HeldCourses({ menu: { held, occupations, programme }, isKeeper }: HeldCoursesProps) {
  const say = useText();
  const format = useFormat();
  if (held.length === 0) return null;
  return (
    <section className="sheet stack" aria-labelledby="courses-held">
      <h2 id="courses-held">{say(words.held)}</h2>
      <p className="soft">{say(words.heldHint)}</p>
      <ul className="courses-list">
        {held.map((course) => {
          const label = occupations.find(({ value }) => value === course.occupation)?.label;
          return (
            <li key={course.id}>
              <span>
                <strong>{label && say(label)}</strong> <span lang="zh-CN">{course.organiser}</span>{' '}
                <span className="small soft numbers">
                  {say(words.begun, { date: format.date(course.startsOn) })}
                </span>
              </span>
              {isKeeper ? (
                <Applications course={course} />
              ) : (
                programme !== undefined && (
                  <LinkButton to={`/apply/${programme}?town=${course.town}&course=${course.id}`}>
                    {say(words.apply)}
                    <span className="only-heard">{label && say(label)}</span>
                  </LinkButton>
                )
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Applications({ course: { town, id: plan } }: { readonly course: CoursePlan }) {
  const say = useText();
  const [open, setOpen] = useState(false);
  const applications = useQuery({
    queryKey: ['courses', town, plan],
    queryFn: ({ signal }) => call('courseApplications', { params: { town, plan }, signal }),
    enabled: open,
  });
  if (!open) {
    return (
      <Button aria-expanded={false} onClick={() => setOpen(true)}>
        {say(words.applications)}
      </Button>
    );
  }
  return (
    <div className="courses-came">
      <Loaded query={applications}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="soft">{say(words.noApplications)}</p>
          ) : (
            <ul>
              {items.map(({ caseId, enterpriseName, status }) => (
                <li key={caseId}>
                  <Link href={`/cases/${caseId}`} lang="zh-CN">
                    {enterpriseName}
                  </Link>{' '}
                  <StatusBadge status={status} />
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </div>
  );
}
