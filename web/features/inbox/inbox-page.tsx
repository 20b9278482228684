import './inbox.css';
import { useEffect } from 'react';
import { Link } from 'wouter';
import type { MessageDto } from '../../../shared/api/routes/inbox.ts';
import { Button } from '../../components/button/button.tsx';
import { Loaded } from '../../components/feedback/loaded.tsx';
import { Page } from '../../components/page/page.tsx';
import { words as common } from '../../components/words.ts';
import { useFormat } from '../../lib/i18n/use-format.ts';
import { useText } from '../../lib/i18n/use-text.ts';
import { useInbox, useMarkRead } from './queries.ts';
import { words } from './words.ts';

/** The messages of whoever is signed in, and of their office. Looking at the page is reading them. */
export function InboxPage() {
  const say = useText();
  const inbox = useInbox();
  const { mutate: markRead } = useMarkRead();
  const newest = inbox.data?.pages[0]?.items[0];
  const through = newest?.unread ? newest.arrivedAt : undefined;
  useEffect(() => {
    if (through !== undefined) markRead(through);
  }, [through, markRead]);
  return (
    <Loaded query={inbox}>
      {({ pages }) => {
        const messages = pages.flatMap(({ items }) => items);
        return (
          <Page title={say(words.title)}>
            {messages.length === 0 ? (
              <p>{say(words.nothing)}</p>
            ) : (
              <ul className="inbox">
                {messages.map((message) => (
                  <InboxMessage key={message.id} message={message} />
                ))}
              </ul>
            )}
            {inbox.hasNextPage && (
              <Button busy={inbox.isFetchingNextPage} onClick={() => inbox.fetchNextPage()}>
                {say(common.more)}
              </Button>
            )}
          </Page>
        );
      }}
    </Loaded>
  );
}

function InboxMessage({ message }: { readonly message: MessageDto }) {
  const say = useText();
  const format = useFormat();
  const { title, body, link, unread, arrivedAt } = message;
  return (
    <li className={unread ? 'inbox-message inbox-unread' : 'inbox-message'}>
      <div className="inbox-head">
        <Link href={link}>{say(title)}</Link>
        {unread && <span className="inbox-new">{say(words.unread)}</span>}
        <time className="inbox-time" dateTime={arrivedAt}>
          {format.instant(arrivedAt)}
        </time>
      </div>
      <p>{say(body)}</p>
    </li>
  );
}
