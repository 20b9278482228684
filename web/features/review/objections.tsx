import { useQuery } from '@tanstack/react-query';
import type { CaseDto } from '../../../shared/api/dto/case.ts';
import { Loaded } from '../../components/feedback/loaded.tsx';
import { Notice } from '../../components/feedback/notice.tsx';
import { Skeleton } from '../../components/feedback/skeleton.tsx';
import { call } from '../../lib/api/call.ts';
import { useFormat } from '../../lib/i18n/use-format.ts';
import { useText } from '../../lib/i18n/use-text.ts';
import { caseKey } from './queries.ts';
import { words } from './words.ts';

/** Asked anew with each version of the case; every reading is recorded, so it is asked only where there are any. */
export function useObjections({ caseId, version, history }: CaseDto) {
  return useQuery({
    queryKey: [...caseKey(caseId), 'objections', version],
    queryFn: ({ signal }) => call('caseObjections', { params: { caseId }, signal }),
    enabled: history.some(({ type }) => type === 'objection-filed'),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** What the public wrote against the approval, and what was answered. */
export function Objections({ data }: { readonly data: CaseDto }) {
  const say = useText();
  const format = useFormat();
  const objections = useObjections(data);
  if (!objections.isEnabled) return null;
  return (
    <section className="sheet stack" aria-labelledby="objections-title">
      <h2 id="objections-title">{say(words.objections)}</h2>
      {data.status === 'in-notice' && data.due && (
        <p className="small soft">{say(words.objectionsHold, { date: format.date(data.due) })}</p>
      )}
      <Loaded query={objections} waiting={<Skeleton lines={3} />}>
        {({ items }) => (
          <ol className="plain-list stack">
            {items.map(({ number, at, state, grounds, name, mobile, findings }) => (
              <li key={number}>
                <Notice
                  tone={state === 'open' ? 'attention' : 'info'}
                  title={`${say(words.objectionNumber, { n: number })} · ${say(words.objectionStates[state])}`}
                >
                  <p className="small numbers">
                    {[format.instant(at), name ?? say(words.unnamed), mobile].filter(Boolean).join(' · ')}
                  </p>
                  <p lang="zh-CN">{grounds}</p>
                  {findings !== undefined && (
                    <p>
                      <strong>{say(words.findings)}</strong> <span lang="zh-CN">{findings}</span>
                    </p>
                  )}
                </Notice>
              </li>
            ))}
          </ol>
        )}
      </Loaded>
    </section>
  );
}
