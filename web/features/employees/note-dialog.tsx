import { useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { type Employee, type EmployeeNote, households } from '../../../shared/employees/employee.ts';
import { Button } from '../../components/button/button.tsx';
import { Dialog, DialogActions } from '../../components/dialog/dialog.tsx';
import { ProblemNotice } from '../../components/feedback/problem-notice.tsx';
import { FieldFrame } from '../../components/form/field-frame.tsx';
import { WordsField } from '../../components/form/words-field.tsx';
import { words as common } from '../../components/words.ts';
import { announce } from '../../lib/announce.ts';
import { call } from '../../lib/api/call.ts';
import { useText } from '../../lib/i18n/use-text.ts';
import { useAct } from '../../lib/use-act.ts';
import { words } from './words.ts';

type NoteDialogProps = {
  readonly town: string;
  readonly employee: Employee;
  readonly onClose: () => void;
};

export function NoteDialog({ town, employee, onClose }: NoteDialogProps) {
  const say = useText();
  const id = useId();
  const queries = useQueryClient();
  const { person, version, name } = employee;
  const [note, setNote] = useState<EmployeeNote>(
    employee.note ?? {
      household: employee.poorHousehold ? 'registered-poor' : 'other',
      cause: '',
      measures: '',
    },
  );
  const save = useAct(
    (commandId, _: undefined) =>
      call('noteEmployee', { params: { town, person }, body: { commandId, version, note } }),
    async () => {
      announce(words.saved);
      onClose();
      await queries.invalidateQueries({ queryKey: ['employees'] });
    },
  );
  return (
    <Dialog title={say(words.noteTitle, { name })} onClose={onClose}>
      <p className="small soft">{say(words.noteHint)}</p>
      <FieldFrame id={id} label={say(words.household)}>
        {() => (
          <select
            id={id}
            className="control"
            value={note.household}
            onChange={({ target }) => {
              const household = households.find((one) => one === target.value);
              if (household) setNote({ ...note, household });
            }}
          >
            {households.map((value) => (
              <option key={value} value={value}>
                {say(words.households[value])}
              </option>
            ))}
          </select>
        )}
      </FieldFrame>
      <WordsField
        label={say(words.cause)}
        optional
        value={note.cause}
        onChange={(cause) => setNote({ ...note, cause })}
      />
      <WordsField
        label={say(words.measures)}
        optional
        value={note.measures}
        onChange={(measures) => setNote({ ...note, measures })}
      />
      {save.error !== null && <ProblemNotice error={save.error} />}
      <DialogActions>
        <Button kind="primary" busy={save.isPending} onClick={() => save.mutate(undefined)}>
          {say(words.save)}
        </Button>
        <Button onClick={onClose}>{say(common.cancel)}</Button>
      </DialogActions>
    </Dialog>
  );
}
