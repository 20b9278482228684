import { useQueryClient } from '@tanstack/react-query';
import type { InputOf } from '../../../shared/api/client.ts';
import type { Profile } from '../../../shared/enterprises/profile.ts';
import type { Text } from '../../../shared/language/text.ts';
import { announce } from '../../lib/announce.ts';
import { call } from '../../lib/api/call.ts';
import { problemCode } from '../../lib/api/problem-text.ts';
import { useAct } from '../../lib/use-act.ts';
import { words } from './words.ts';

type Act = {
  readonly command: NonNullable<InputOf<'actOnEnterprise'>['body']>['command'];
  readonly done: Text;
};

/** An act of somebody who acts for the enterprise, on the version they saw. */
export function useProfileAct(
  { enterprise, version }: Pick<Profile, 'enterprise' | 'version'>,
  onDone: () => void,
) {
  const queries = useQueryClient();
  const refresh = () => queries.invalidateQueries({ queryKey: ['enterprises'] });
  const act = useAct(
    (commandId, { command }: Act) =>
      call('actOnEnterprise', { params: { enterprise }, body: { commandId, version, command } }),
    async (_, { done }) => {
      announce(done);
      onDone();
      await refresh();
    },
  );
  return {
    busy: act.isPending,
    error: problemCode(act.error) === 'stale-version' ? null : act.error,
    reset: act.reset,
    act: (input: Act) =>
      act.mutate(input, {
        onError: (error) => {
          if (problemCode(error) !== 'stale-version') return;
          announce(words.changedMeanwhile, 'bad');
          void refresh();
        },
      }),
  };
}
