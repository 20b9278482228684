import { type FormEvent, useMemo, useState } from 'react';
import { ApiProblem } from '../../../shared/api/client.ts';
import type { AwardDto } from '../../../shared/api/dto/award.ts';
import type { Programme } from '../../../shared/programmes/programme.ts';
import { Button } from '../../components/button/button.tsx';
import { Dialog, DialogActions } from '../../components/dialog/dialog.tsx';
import { FieldEditor } from '../../components/form/field-editor.tsx';
import { useText } from '../../lib/i18n/use-text.ts';
import { useForm } from '../../lib/use-form.ts';
import { actForms } from './act-fields.ts';
import { type AwardAct, actNames, isWeighty } from './act-names.ts';
import type { AwardDesk } from './use-award-desk.ts';
import { words } from './words.ts';

type ActFormProps = {
  readonly act: AwardAct;
  readonly award: AwardDto;
  readonly programme: Programme;
  readonly desk: AwardDesk;
};

/** What the act needs to be told; weighty acts ask once more. */
export function ActForm({ act, award, programme, desk }: ActFormProps) {
  const say = useText();
  const { fields, initial, command } = actForms[act];
  // A form without questions is only confirmed; a section may not be empty.
  const definition = useMemo(() => {
    const asked = fields(award, programme);
    return { sections: asked.length > 0 ? [{ id: 'act', title: actNames[act], fields: [...asked] }] : [] };
  }, [act, award, programme, fields]);
  const form = useForm(definition, desk.keyOf(act), initial?.(award) ?? {});
  const [tried, setTried] = useState(false);
  const [confirming, setConfirming] = useState(false);
  const refused = desk.error instanceof ApiProblem ? (desk.error.problem.errors ?? []) : [];
  const shown = [...(tried ? form.errors : []), ...refused];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (form.errors.length > 0) return;
    if (isWeighty(act)) setConfirming(true);
    else desk.send(command(form.answers));
  };
  return (
    <form className="stack" noValidate onSubmit={submit}>
      {form.asked.map(({ field, required }) => (
        <FieldEditor
          key={field.id}
          field={field}
          required={required}
          value={form.answers[field.id]}
          errors={shown.filter(({ path }) => path === `/${field.id}` || path.startsWith(`/${field.id}/`))}
          onChange={(value) => form.change(field.id, value)}
          onLeave={() => undefined}
        />
      ))}
      <div className="row">
        <Button kind="primary" type="submit" busy={desk.busy}>
          {say(actNames[act])}
        </Button>
        <Button onClick={() => desk.choose(undefined)}>{say(words.close)}</Button>
      </div>
      {confirming && (
        <Dialog
          title={say(words.confirmTitle, { act: say(actNames[act]) })}
          onClose={() => setConfirming(false)}
        >
          <p>
            <strong lang="zh-CN">{award.enterpriseName}</strong> · {say(award.programme.title)}
          </p>
          <p>{say(words.appliesOnce)}</p>
          <DialogActions>
            <Button
              kind="primary"
              onClick={() => {
                setConfirming(false);
                desk.send(command(form.answers));
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
