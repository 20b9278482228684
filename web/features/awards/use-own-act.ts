import { useQueryClient } from '@tanstack/react-query';
import type { InputOf } from '../../../shared/api/client.ts';
import type { AwardDto } from '../../../shared/api/dto/award.ts';
import { call } from '../../lib/api/call.ts';
import { useAct } from '../../lib/use-act.ts';
import { ownAwardKey } from './queries.ts';

type Body = NonNullable<InputOf<'actOnOwnAward'>['body']>;
type OwnAct = Pick<Body, 'command' | 'answers'>;

/** An act of the enterprise on its award; the page is the latest afterwards. */
export function useOwnAct({ caseId, version }: AwardDto, onDone: () => void) {
  const queries = useQueryClient();
  return useAct(
    (commandId, act: OwnAct) =>
      call('actOnOwnAward', { params: { caseId }, body: { commandId, version, ...act } }),
    async () => {
      onDone();
      await queries.invalidateQueries({ queryKey: ownAwardKey(caseId) });
      await queries.invalidateQueries({ queryKey: ['application', caseId] });
    },
  );
}
