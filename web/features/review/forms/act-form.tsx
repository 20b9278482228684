import { type FormEvent, type KeyboardEvent, type ReactNode, useState } from 'react';
import type { CaseDto } from '../../../../shared/api/dto/case.ts';
import type { Programme, Stage } from '../../../../shared/programmes/programme.ts';
import { Button } from '../../../components/button/button.tsx';
import { Dialog, DialogActions } from '../../../components/dialog/dialog.tsx';
import { useText } from '../../../lib/i18n/use-text.ts';
import { actNames, isWeighty, type ReviewerAct, type ReviewerCommand } from '../command-words.ts';
import type { DeskState } from '../use-desk.ts';
import { words } from '../words.ts';

/** What the form of an act is given. */
export type ActFormProps = {
  readonly act: ReviewerAct;
  readonly data: CaseDto;
  readonly programme: Programme;
  readonly desk: DeskState;
};

export const stageOf = ({ data, programme }: ActFormProps): Stage | undefined =>
  programme.stages.find(({ id }) => id === data.stage?.id);

type ActFrameProps = {
  readonly form: ActFormProps;
  /** The command as filled in; undefined while something is missing. */
  readonly command: ReviewerCommand | undefined;
  /** Told on an attempt to send, so that what is missing can be shown. */
  readonly onTry: () => void;
  /** What sending does; weighty acts show it once more before. */
  readonly consequences?: ReactNode;
  readonly children: ReactNode;
};

/** Fields, consequences, and the button; weighty acts ask once more. */
export function ActFrame({ form, command, onTry, consequences, children }: ActFrameProps) {
  const say = useText();
  const { act, desk } = form;
  const [confirming, setConfirming] = useState(false);
  const name = say(actNames[act]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onTry();
    if (!command) return;
    if (isWeighty(act)) setConfirming(true);
    else desk.send(command);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>) => {
    // Enter alone is a new line in what is being written.
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.requestSubmit();
    if (event.key === 'Escape' && !confirming) {
      desk.choose(undefined);
      document.getElementById('desk')?.focus();
    }
  };
  return (
    <form className="stack" noValidate onSubmit={submit} onKeyDown={onKeyDown}>
      {children}
      {consequences}
      <div className="row">
        <Button kind="primary" type="submit" busy={desk.busy}>
          {name}
        </Button>
        <Button onClick={() => desk.choose(undefined)}>{say(words.close)}</Button>
      </div>
      {confirming && command && (
        <Dialog title={say(words.confirmTitle, { act: name })} onClose={() => setConfirming(false)}>
          <p>
            <strong lang="zh-CN">{form.data.enterpriseName}</strong> · {say(form.data.programme.title)}
          </p>
          {consequences}
          <p>{say(words.appliesOnce)}</p>
          <DialogActions>
            <Button
              kind="primary"
              onClick={() => {
                setConfirming(false);
                desk.send(command);
              }}
            >
              {say(words.confirm)}
            </Button>
            <Button onClick={() => setConfirming(false)}>{say(words.goBack)}</Button>
          </DialogActions>
        </Dialog>
      )}
    </form>
  );
}
