import { useSearchParams } from 'wouter';

/** What a page is asked to show, kept in its address, so that it can be sent to somebody. */
export function useSearchFilter() {
  const [search, setSearch] = useSearchParams();
  return {
    chosen: (name: string): string => search.get(name) ?? '',
    choose: (name: string, value: string): void =>
      setSearch((before) => {
        const after = new URLSearchParams(before);
        if (value === '') after.delete(name);
        else after.set(name, value);
        return after;
      }),
  };
}
