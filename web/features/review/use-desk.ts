import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { CaseDto } from '../../../shared/api/dto/case.ts';
import { isObject } from '../../../shared/forms/value-shape.ts';
import { fill } from '../../../shared/language/text.ts';
import { announce } from '../../lib/announce.ts';
import { call } from '../../lib/api/call.ts';
import { problemCode } from '../../lib/api/problem-text.ts';
import { useText } from '../../lib/i18n/use-text.ts';
import { useAct } from '../../lib/use-act.ts';
import { forgetKept, useKept } from '../../lib/use-kept.ts';
import { actNames, isReviewerAct, type ReviewerAct, type ReviewerCommand } from './command-words.ts';
import { caseKey } from './queries.ts';
import { words } from './words.ts';

/** Something the applicant must mend, being written. */
export type MendItem = { readonly path: string; readonly reason: string };

function readItems(kept: string): readonly MendItem[] {
  const value: unknown = JSON.parse(kept);
  if (!Array.isArray(value)) return [];
  return value.flatMap((item: unknown) =>
    isObject(item) && typeof item.path === 'string' && typeof item.reason === 'string'
      ? [{ path: item.path, reason: item.reason }]
      : [],
  );
}

/** What this person may do to the case now, in the order in which it is offered. */
const possibleActs = ({ actions }: CaseDto): readonly ReviewerAct[] =>
  Object.keys(actNames)
    .filter(isReviewerAct)
    .filter((act) => actions.some(({ command, allowed }) => command === act && allowed));

/** The desk at which a case is handled: which act is open, what must be mended, and the sending of it. */
export function useDesk(data: CaseDto) {
  const { caseId, version } = data;
  const say = useText();
  const queries = useQueryClient();
  const start = `case:${caseId}:`;
  const [kept, keep] = useKept(`${start}act`, '');
  const [items, setItems] = useKept(`${start}items`, '[]');
  const [stale, setStale] = useState(false);
  const acts = possibleActs(data);
  // When someone else was faster the form stays, even for an act that is closed by now: what was typed in it
  // is the person's.
  const open = isReviewerAct(kept) && (acts.includes(kept) || stale) ? kept : undefined;

  const refresh = async () => {
    await queries.invalidateQueries({ queryKey: caseKey(caseId) });
    await queries.invalidateQueries({ queryKey: ['worklist'] });
    await queries.invalidateQueries({ queryKey: ['objections'] });
  };
  const act = useAct(
    (commandId, command: ReviewerCommand) =>
      call('actOnCase', { params: { caseId }, body: { commandId, version, command } }),
    async (_, { type }) => {
      setStale(false);
      keep('');
      setItems('[]');
      forgetKept(start);
      announce(fill(words.done, { act: say(actNames[type]) }));
      await refresh();
      // The button that was pressed is gone; the keyboard goes on from the desk.
      document.getElementById('desk')?.focus();
    },
  );
  const choose = (next: ReviewerAct | undefined) => {
    act.reset();
    setStale(false);
    keep(next ?? '');
  };
  const send = (command: ReviewerCommand) =>
    act.mutate(command, {
      onError: async (error) => {
        if (problemCode(error) !== 'stale-version') return;
        // The form stays as it is; the case around it becomes the latest.
        act.reset();
        setStale(true);
        await refresh();
      },
    });
  return {
    open,
    acts,
    items: readItems(items),
    stale,
    busy: act.isPending,
    error: act.error,
    keyOf: (name: string) => `${start}${open ?? ''}:${name}`,
    choose,
    send,
    /** Claiming and releasing need no words and are sent at once; of the others the form opens, or closes. */
    press: (pressed: ReviewerAct | undefined) => {
      if (pressed === undefined || act.isPending) return;
      if (pressed === 'claim' || pressed === 'release') send({ type: pressed });
      else choose(open === pressed ? undefined : pressed);
    },
    setItems: (next: readonly MendItem[]) => setItems(JSON.stringify(next)),
  };
}

export type DeskState = ReturnType<typeof useDesk>;
