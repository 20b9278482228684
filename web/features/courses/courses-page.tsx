import './courses.css';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import type { OutputOf } from '../../../shared/api/client.ts';
import { Button } from '../../components/button/button.tsx';
import { Loaded } from '../../components/feedback/loaded.tsx';
import { ProblemNotice } from '../../components/feedback/problem-notice.tsx';
import { TownFilter } from '../../components/form/town-filter.tsx';
import { Page } from '../../components/page/page.tsx';
import { announce } from '../../lib/announce.ts';
import { call } from '../../lib/api/call.ts';
import { hasRole, useMe } from '../../lib/auth/use-me.ts';
import { useFormat } from '../../lib/i18n/use-format.ts';
import { useText } from '../../lib/i18n/use-text.ts';
import { useAct } from '../../lib/use-act.ts';
import { useCounty } from '../../lib/use-county.ts';
import { HeldCourses } from './held-courses.tsx';
import { PlanForm } from './plan-form.tsx';
import { words } from './words.ts';

type Menu = OutputOf<'courseMenu'>;

/** 菜单式培训: anyone chooses, the town sees what is wanted and announces courses. */
export function CoursesPage() {
  const say = useText();
  const { data: me } = useMe();
  const { towns } = useCounty();
  const [chosen, setChosen] = useState('');
  const town = chosen || (me?.town ?? towns[0]?.code ?? '');
  const menu = useQuery({
    queryKey: ['courses', town],
    queryFn: ({ signal }) => call('courseMenu', { query: { town }, signal }),
    enabled: town !== '',
  });
  const mayPlan = me?.town === town && hasRole(me, 'reviewer', 'supervisor');
  return (
    <Page title={say(words.title)} intro={say(words.intro)}>
      <div className="stack-loose">
        <TownFilter label={words.town} value={town} onChange={setChosen} />
        <Loaded query={menu}>
          {(data) => (
            <>
              <Wishes key={town} town={town} menu={data} />
              <Plans menu={data} />
              <HeldCourses menu={data} isKeeper={mayPlan} />
              {mayPlan && <PlanForm key={data.plans.length} town={town} occupations={data.occupations} />}
            </>
          )}
        </Loaded>
      </div>
    </Page>
  );
}

function Wishes({ town, menu: { occupations, wishes } }: { readonly town: string; readonly menu: Menu }) {
  const say = useText();
  const queries = useQueryClient();
  const [mine, setMine] = useState<ReadonlySet<string>>(new Set());
  const wish = useAct(
    (commandId, occupation: string) => call('wishForCourse', { body: { commandId, town, occupation } }),
    (_, occupation) => {
      setMine((before) => new Set([...before, occupation]));
      announce(words.wished);
      void queries.invalidateQueries({ queryKey: ['courses', town] });
    },
  );
  const wantedBy = (value: string): number =>
    wishes.find(({ occupation }) => occupation === value)?.wishes ?? 0;
  return (
    <section className="sheet stack" aria-labelledby="courses-menu">
      <h2 id="courses-menu">{say(words.menu)}</h2>
      {wish.error !== null && <ProblemNotice error={wish.error} />}
      <ul className="courses-list">
        {occupations.map(({ value, label }) => (
          <li key={value}>
            <span>
              <strong>{say(label)}</strong>{' '}
              <span className="small soft numbers">
                {wantedBy(value) === 0 ? say(words.nobody) : say(words.wanted, { n: wantedBy(value) })}
              </span>
            </span>
            <Button disabled={mine.has(value)} onClick={() => wish.mutate(value)}>
              {say(mine.has(value) ? words.wished : words.wish)}
              <span className="only-heard">{say(label)}</span>
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Plans({ menu: { occupations, plans, programme } }: { readonly menu: Menu }) {
  const say = useText();
  const format = useFormat();
  const labelOf = (occupation: string) => occupations.find(({ value }) => value === occupation)?.label;
  return (
    <section className="sheet stack" aria-labelledby="courses-plans">
      <h2 id="courses-plans">{say(words.plans)}</h2>
      {plans.length === 0 && <p className="soft">{say(words.noPlans)}</p>}
      <ul className="courses-list">
        {plans.map(({ id, occupation, startsOn, places, organiser }) => {
          const label = labelOf(occupation);
          return (
            <li key={id}>
              <span>
                <strong>{label && say(label)}</strong> <span lang="zh-CN">{organiser}</span>{' '}
                <span className="small soft numbers">
                  {say(words.plan, { date: format.date(startsOn), places })}
                </span>
              </span>
            </li>
          );
        })}
      </ul>
      {programme !== undefined && (
        <p className="small">
          <Link href={`/programmes/${programme}`}>{say(words.subsidy)}</Link>
        </p>
      )}
    </section>
  );
}
