import { useMutation } from '@tanstack/react-query';
import { ReasonDialog } from '../../components/answers/reason-dialog.tsx';
import { call } from '../../lib/api/call.ts';
import { useText } from '../../lib/i18n/use-text.ts';
import { words } from './words.ts';

type RevealDialogProps = {
  readonly caseId: string;
  readonly pointer: string;
  readonly label: string;
  readonly onRevealed: (value: string) => void;
  readonly onClose: () => void;
};

export function RevealDialog({ caseId, pointer, label, onRevealed, onClose }: RevealDialogProps) {
  const say = useText();
  const reveal = useMutation({
    mutationFn: (reason: string) =>
      call('revealAnswer', { params: { caseId }, body: { path: pointer, reason } }),
    onSuccess: ({ value }) => onRevealed(value),
  });
  return (
    <ReasonDialog
      title={say(words.revealTitle, { label })}
      action={say(words.reveal)}
      busy={reveal.isPending}
      error={reveal.error}
      onReason={reveal.mutate}
      onClose={onClose}
    />
  );
}
