import { useState } from 'react';
import { useSearchParams } from 'wouter';
import { yearOf } from '../../../shared/calendar/date.ts';
import { dateInShanghai } from '../../../shared/calendar/instant.ts';

/** What the overview is about. Empty: the whole county, all programmes. */
export type Scope = { readonly year: number; readonly town: string; readonly programme: string };

const firstYear = 2016;

/** The chosen scope stands in the address, so that a view can be sent to a colleague. */
export function useScope() {
  const [thisYear] = useState(() => yearOf(dateInShanghai(new Date().toISOString())));
  const [search, setSearch] = useSearchParams();
  const scope: Scope = {
    year: Number(search.get('year') ?? thisYear),
    town: search.get('town') ?? '',
    programme: search.get('programme') ?? '',
  };
  const choose = (change: Partial<Scope>) => {
    const next = Object.entries({ ...scope, ...change }).flatMap(([name, value]) =>
      value === '' ? [] : [[name, String(value)]],
    );
    setSearch(new URLSearchParams(next), { replace: true });
  };
  const years = Array.from({ length: thisYear - firstYear + 1 }, (_, index) => thisYear - index);
  return { scope, choose, years };
}
