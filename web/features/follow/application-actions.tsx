import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { InputOf } from '../../../shared/api/client.ts';
import type { ApplicationDto } from '../../../shared/api/dto/case.ts';
import type { Text } from '../../../shared/language/text.ts';
import { Button } from '../../components/button/button.tsx';
import { announce } from '../../lib/announce.ts';
import { call } from '../../lib/api/call.ts';
import { useText } from '../../lib/i18n/use-text.ts';
import { useAct } from '../../lib/use-act.ts';
import { applicationKey } from './queries.ts';
import { RateDialog } from './rate-dialog.tsx';
import { ReviewDialog } from './review-dialog.tsx';
import { WithdrawDialog } from './withdraw-dialog.tsx';
import { words } from './words.ts';

export type ApplicantCommand = NonNullable<InputOf<'actOnApplication'>['body']>['command'];

/** What a dialog is given to do its act with. */
export type ActDialogProps = {
  readonly busy: boolean;
  readonly error: unknown;
  readonly onAct: (command: ApplicantCommand) => void;
  readonly onClose: () => void;
};

const dialogs = {
  rate: { label: words.rate, done: words.rated, dialog: RateDialog, kind: 'plain' },
  'request-internal-review': {
    label: words.review,
    done: words.reviewAsked,
    dialog: ReviewDialog,
    kind: 'plain',
  },
  withdraw: { label: words.withdraw, done: words.withdrawn, dialog: WithdrawDialog, kind: 'danger' },
} as const;

type Act = keyof typeof dialogs;
const acts: readonly Act[] = ['rate', 'request-internal-review', 'withdraw'];

/** The acts the workflow allows the applicant now, besides filling in. */
export function ApplicationActions({ application }: { readonly application: ApplicationDto }) {
  const say = useText();
  const queries = useQueryClient();
  const [open, setOpen] = useState<Act>();
  const { caseId, version, actions } = application;
  const act = useAct(
    (commandId, { command }: { readonly command: ApplicantCommand; readonly done: Text }) =>
      call('actOnApplication', { params: { caseId }, body: { commandId, version, command } }),
    async (_, { done }) => {
      setOpen(undefined);
      announce(done);
      await queries.invalidateQueries({ queryKey: applicationKey(caseId) });
      await queries.invalidateQueries({ queryKey: ['applications'] });
    },
  );
  const possible = acts.filter((one) => actions.some(({ command, allowed }) => command === one && allowed));
  if (possible.length === 0) return null;
  const chosen = open && dialogs[open];
  return (
    <div className="row">
      {possible.map((one) => (
        <Button
          key={one}
          kind={dialogs[one].kind}
          onClick={() => {
            act.reset();
            setOpen(one);
          }}
        >
          {say(dialogs[one].label)}
        </Button>
      ))}
      {chosen && (
        <chosen.dialog
          busy={act.isPending}
          error={act.error}
          onAct={(command) => act.mutate({ command, done: chosen.done })}
          onClose={() => setOpen(undefined)}
        />
      )}
    </div>
  );
}
