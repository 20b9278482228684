import { useQuery } from '@tanstack/react-query';
import { useParams } from 'wouter';
import { Button } from '../../components/button/button.tsx';
import { type Fact, Facts } from '../../components/facts/facts.tsx';
import { Loaded } from '../../components/feedback/loaded.tsx';
import { Notice } from '../../components/feedback/notice.tsx';
import { Page } from '../../components/page/page.tsx';
import { call } from '../../lib/api/call.ts';
import { useFormat } from '../../lib/i18n/use-format.ts';
import { useText } from '../../lib/i18n/use-text.ts';
import { words } from './words.ts';

/** The receipt of an objection, and later its answer: for whoever holds the code. */
export function ReceiptPage() {
  const { receipt = '' } = useParams<{ receipt: string }>();
  const say = useText();
  const format = useFormat();
  const status = useQuery({
    queryKey: ['objection', receipt],
    queryFn: ({ signal }) => call('objectionStatus', { params: { receipt }, signal }),
  });
  return (
    <Loaded query={status}>
      {({ caseId, number, at, state, findings, answeredAt }) => {
        const facts: readonly Fact[] = [
          [words.code, <strong key="code">{receipt}</strong>],
          [words.number, caseId],
          [words.which, number],
          [words.at, format.instant(at)],
          [words.state, <strong key="state">{say(words.states[state])}</strong>],
          ...(answeredAt === undefined ? [] : [[words.answeredAt, format.instant(answeredAt)] as const]),
        ];
        return (
          <Page
            title={say(state === 'open' ? words.filed : words.statusTitle)}
            back={{ to: '/notices', label: say(words.allNotices) }}
            width="reading"
            actions={<Button onClick={() => print()}>{say(words.print)}</Button>}
          >
            <div className="stack-loose">
              {state === 'open' && <Notice tone="attention" title={say(words.keepCode)} />}
              <section className="sheet stack">
                <Facts facts={facts} />
                {findings !== undefined && (
                  <div>
                    <h2>{say(words.findings)}</h2>
                    <p lang="zh-CN">{findings}</p>
                  </div>
                )}
              </section>
            </div>
          </Page>
        );
      }}
    </Loaded>
  );
}
