import { Link } from 'wouter';
import { useSession } from '../../lib/auth/session.ts';
import { useText } from '../../lib/i18n/use-text.ts';
import { useUnread } from '../../lib/use-unread.ts';
import { words } from './words.ts';

const most = 99;

/** The way to the messages, with how many are new. */
export function InboxLink() {
  const say = useText();
  const session = useSession();
  const { data: unread = 0 } = useUnread();
  if (!session) return null;
  return (
    <Link href="/inbox" className="header-inbox">
      {say(words.inbox)}
      {unread > 0 && (
        <span className="header-unread">
          {unread < most ? unread : `${most}+`}
          <span className="only-heard"> {say(words.unread)}</span>
        </span>
      )}
    </Link>
  );
}
