import { useQuery } from '@tanstack/react-query';
import type { OutputOf } from '../../../shared/api/client.ts';
import type { Role } from '../../../shared/identity/actor.ts';
import { call } from '../api/call.ts';
import { useSession } from './session.ts';

export type Me = OutputOf<'getMe'>;

/** Who is signed in. Asked once per token; nothing is asked of the API when nobody is. */
export function useMe() {
  const session = useSession();
  return useQuery({
    queryKey: ['me', session?.accessToken],
    queryFn: ({ signal }) => call('getMe', { signal }),
    enabled: session !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

export const hasRole = (me: Me | undefined, ...wanted: readonly Role[]): boolean =>
  wanted.some((role) => me?.roles.includes(role));
