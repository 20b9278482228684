import { useQuery } from '@tanstack/react-query';
import { call } from './api/call.ts';
import { useSession } from './auth/session.ts';

const unreadKey = ['unread'] as const;
const everyMinute = 60_000;

/** How many messages nobody has looked at yet; 99 stands for that many or more. Asked while the page is looked at. */
export function useUnread() {
  const session = useSession();
  return useQuery({
    queryKey: unreadKey,
    queryFn: async ({ signal }) => (await call('countUnread', { signal })).unread,
    enabled: session !== undefined,
    refetchInterval: everyMinute,
  });
}
