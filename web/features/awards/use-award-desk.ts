import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { AwardDto } from '../../../shared/api/dto/award.ts';
import { fill } from '../../../shared/language/text.ts';
import { announce } from '../../lib/announce.ts';
import { call } from '../../lib/api/call.ts';
import { problemCode } from '../../lib/api/problem-text.ts';
import { useText } from '../../lib/i18n/use-text.ts';
import { useAct } from '../../lib/use-act.ts';
import { forgetKept } from '../../lib/use-kept.ts';
import { type AwardAct, type AwardCommand, actNames, isAwardAct, isPayment } from './act-names.ts';
import { awardKey } from './queries.ts';
import { words } from './words.ts';

/** The desk at which an award is handled: which act is open, and the sending of it. */
export function useAwardDesk({ caseId, version, actions }: AwardDto) {
  const say = useText();
  const queries = useQueryClient();
  const [chosen, setChosen] = useState<AwardAct>();
  const [stale, setStale] = useState(false);
  const start = `award:${caseId}:`;
  const possible = actions.flatMap(({ command, allowed }) =>
    allowed && isAwardAct(command) ? [command] : [],
  );
  const refresh = async () => {
    await queries.invalidateQueries({ queryKey: awardKey(caseId) });
    await queries.invalidateQueries({ queryKey: ['awards'] });
  };
  const act = useAct(
    (commandId, command: AwardCommand) =>
      isPayment(command)
        ? call('actOnPayment', { params: { caseId }, body: { commandId, version, command } })
        : call('superviseAward', { params: { caseId }, body: { commandId, version, command } }),
    async (_, { type }) => {
      setStale(false);
      setChosen(undefined);
      forgetKept(start);
      announce(fill(words.done, { act: say(actNames[type]) }));
      await refresh();
    },
  );
  return {
    possible: Object.keys(actNames)
      .filter(isAwardAct)
      .filter((one) => possible.includes(one)),
    open: chosen && possible.includes(chosen) ? chosen : undefined,
    stale,
    busy: act.isPending,
    error: act.error,
    keyOf: (one: AwardAct) => `${start}${one}`,
    choose: (next: AwardAct | undefined) => {
      act.reset();
      setStale(false);
      setChosen(next);
    },
    send: (command: AwardCommand) =>
      act.mutate(command, {
        onError: async (error) => {
          if (problemCode(error) !== 'stale-version') return;
          // The form stays as it is; the award around it becomes the latest.
          act.reset();
          setStale(true);
          await refresh();
        },
      }),
  };
}

export type AwardDesk = ReturnType<typeof useAwardDesk>;
