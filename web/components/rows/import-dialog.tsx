import { useId, useMemo, useState } from 'react';
import type { RowAnswer } from '../../../shared/forms/answers.ts';
import type { TableField } from '../../../shared/forms/field.ts';
import { fill } from '../../../shared/language/text.ts';
import { announce } from '../../lib/announce.ts';
import { useLocale } from '../../lib/i18n/locale.ts';
import { useText } from '../../lib/i18n/use-text.ts';
import { saveFile } from '../../lib/save-file.ts';
import { readFile } from '../../lib/spreadsheet/read-file.ts';
import { type ReadRows, readRows } from '../../lib/spreadsheet/read-rows.ts';
import { splitPasted } from '../../lib/spreadsheet/split-text.ts';
import { Button } from '../button/button.tsx';
import { FileButton } from '../button/file-button.tsx';
import { Dialog, DialogActions } from '../dialog/dialog.tsx';
import { Notice } from '../feedback/notice.tsx';
import { Icon } from '../icon.tsx';
import { words as common } from '../words.ts';
import { ImportPreview } from './import-preview.tsx';
import { words } from './words.ts';

type ImportDialogProps = {
  readonly field: TableField;
  readonly existing: readonly RowAnswer[];
  /** What was pasted into the table itself. */
  readonly text: string;
  readonly onClose: () => void;
  readonly onRows: (rows: readonly RowAnswer[]) => void;
};

const readPasted = (field: TableField, text: string): ReadRows | undefined =>
  text.trim() === '' ? undefined : readRows(field, splitPasted(text));

export function ImportDialog({ field, existing, text, onClose, onRows }: ImportDialogProps) {
  const say = useText();
  const locale = useLocale();
  const pasteId = useId();
  const [pasted, setPasted] = useState(text);
  const [uploaded, setUploaded] = useState<ReadRows>();
  const [unreadable, setUnreadable] = useState(false);
  const read = useMemo(() => uploaded ?? readPasted(field, pasted), [uploaded, field, pasted]);

  const upload = ([file]: readonly File[]) => {
    if (!file) return;
    setUnreadable(false);
    readFile(file).then(
      (cells) => setUploaded(readRows(field, cells)),
      () => setUnreadable(true),
    );
  };
  const template = async () => {
    const { writeTemplate } = await import('../../lib/spreadsheet/write-template.ts');
    saveFile(`${say(field.label)}.xlsx`, writeTemplate(field, locale));
  };
  const bringIn = (rows: readonly RowAnswer[]) => {
    onRows(rows.slice(0, field.maxRows));
    announce(fill(words.imported, { n: Math.min(read?.rows.length ?? 0, field.maxRows) }));
    onClose();
  };

  return (
    <Dialog title={say(words.importTitle)} onClose={onClose} wide>
      <div className="field">
        <label className="field-label" htmlFor={pasteId}>
          {say(words.pasteHere)}
        </label>
        <p className="field-hint">{say(words.pasteHint)}</p>
        <p className="field-hint">
          {say(words.columns, {
            names: field.columns.map(({ label }) => say(label)).join(say(words.comma)),
          })}
        </p>
        <textarea
          id={pasteId}
          className="control rows-paste"
          value={pasted}
          spellCheck={false}
          onChange={(event) => {
            setUploaded(undefined);
            setPasted(event.target.value);
          }}
        />
      </div>
      <div className="row">
        <FileButton accept=".xlsx,.csv,.txt,.tsv" onFiles={upload}>
          <Icon name="upload" />
          {say(words.orUpload)}
        </FileButton>
        <Button kind="quiet" onClick={template}>
          <Icon name="download" />
          {say(words.template)}
        </Button>
      </div>
      {unreadable && <Notice tone="bad" title={say(words.unreadableFile)} urgent />}
      {read && <ImportPreview field={field} read={read} />}
      <DialogActions>
        {existing.length === 0 ? (
          <Button kind="primary" disabled={!read?.rows.length} onClick={() => read && bringIn(read.rows)}>
            {say(words.bringIn)}
          </Button>
        ) : (
          <>
            <Button kind="primary" disabled={!read?.rows.length} onClick={() => read && bringIn(read.rows)}>
              {say(words.replace)}
            </Button>
            <Button
              disabled={!read?.rows.length}
              onClick={() => read && bringIn([...existing, ...read.rows])}
            >
              {say(words.append)}
            </Button>
          </>
        )}
        <Button onClick={onClose}>{say(common.cancel)}</Button>
      </DialogActions>
    </Dialog>
  );
}
