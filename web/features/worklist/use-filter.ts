import { useSearchParams } from 'wouter';
import type { WorklistFilter } from './queries.ts';

const shows = ['all', 'mine', 'unclaimed', 'returned', 'late'] as const;

/** The filter lives in the address: going back, reloading and sending a link keep it. */
export function useFilter() {
  const [search, setSearch] = useSearchParams();
  const of = (name: string) => search.get(name) ?? undefined;
  const show = shows.find((one) => one === of('show')) ?? 'all';
  const [programme, stage, town] = [of('programme'), of('stage'), of('town')];
  const filter: WorklistFilter = {
    show,
    ...(programme && { programme }),
    ...(stage && { stage }),
    ...(town && { town }),
  };
  const change = (name: 'show' | 'programme' | 'stage' | 'town', value: string) =>
    setSearch((before) => {
      const next = new URLSearchParams(before);
      if (value === '') next.delete(name);
      else next.set(name, value);
      // Stages belong to a programme.
      if (name === 'programme') next.delete('stage');
      return next;
    });
  return { filter, show, shows, programme, stage, town, change };
}
