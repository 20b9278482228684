import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { type Text, text } from '../../shared/language/text.ts';
import { call } from './api/call.ts';

const namesOf = (things: readonly { readonly key: string; readonly name: Text }[]) =>
  new Map(things.map(({ key, name }) => [key, name]));

/** The county's towns and offices by name. Until they are loaded, codes stand for names. */
export function useCounty() {
  const { data } = useQuery({
    queryKey: ['county'],
    queryFn: () => call('portalConfig'),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return useMemo(() => {
    const offices = namesOf((data?.offices ?? []).map(({ id, name }) => ({ key: id, name })));
    const towns = namesOf((data?.towns ?? []).map(({ code, name }) => ({ key: code, name })));
    return {
      towns: data?.towns ?? [],
      offices: data?.offices ?? [],
      officeName: (id: string): Text => offices.get(id) ?? text(id, id),
      townName: (code: string): Text => towns.get(code) ?? text(code, code),
    };
  }, [data]);
}
