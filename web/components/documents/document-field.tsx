import './documents.css';
import { useState } from 'react';
import type { FieldOf } from '../../../shared/forms/field.ts';
import { fill } from '../../../shared/language/text.ts';
import { announce } from '../../lib/announce.ts';
import { useText } from '../../lib/i18n/use-text.ts';
import { FileButton } from '../button/file-button.tsx';
import type { ControlProps } from '../form/control.ts';
import { Icon } from '../icon.tsx';
import { acceptedNames, fileFault, megabytes } from './accepted-files.ts';
import { useDocumentDesk } from './document-desk.ts';
import { DocumentRow } from './document-row.tsx';
import { UploadRow } from './upload-row.tsx';
import { words } from './words.ts';

const idsOf = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];

/** Where the files of one document go: from the camera or from the device. */
export function DocumentField({ id, field, value, describedBy, invalid }: ControlProps<FieldOf<'document'>>) {
  const say = useText();
  const desk = useDocumentDesk();
  const [fault, setFault] = useState('');
  const slot = desk.slots.find((one) => one.id === field.slot);
  const held = idsOf(value);
  const documents = desk.documents.filter((document) => held.includes(document.id));
  const uploads = desk.uploads.filter((upload) => upload.fieldId === field.id);
  const left = field.maxFiles - held.length - uploads.length;
  if (!slot) return null;

  const take = (files: readonly File[]) => {
    const faults = files.map((file) => fileFault(file, slot)).filter((found) => found !== undefined);
    const good = files.filter((file) => fileFault(file, slot) === undefined);
    const tooMany = good.length > left ? [say(words.tooMany, { n: field.maxFiles })] : [];
    setFault([...faults.map((found) => say(found)), ...tooMany].join(' '));
    if (good.length > 0) desk.add(field, good.slice(0, Math.max(0, left)));
  };

  const types = { types: acceptedNames(slot), limit: megabytes(slot.maxBytes), n: field.maxFiles };
  const hintId = `${id}-accepted`;
  const input = {
    'aria-describedby': [describedBy, hintId].filter(Boolean).join(' '),
    'aria-invalid': invalid || undefined,
    onFiles: take,
  };
  return (
    <div className="documents">
      {(documents.length > 0 || uploads.length > 0) && (
        <ul className="documents-list">
          {documents.map((document) => (
            <DocumentRow
              key={document.id}
              caseId={desk.caseId}
              document={document}
              onRemove={() => {
                desk.remove(field.id, document.id);
                announce(fill(words.removed, { name: document.name }));
              }}
            />
          ))}
          {uploads.map((upload) => (
            <UploadRow
              key={upload.key}
              upload={upload}
              onRetry={() => desk.retry(upload.key)}
              onCancel={() => desk.cancel(upload.key)}
            />
          ))}
        </ul>
      )}
      {left > 0 && (
        <div className="row">
          {slot.accept.includes('image/jpeg') && navigator.maxTouchPoints > 0 && (
            <FileButton {...input} accept="image/*" capture="environment">
              <Icon name="camera" />
              {say(words.takePhoto)}
              <span className="only-heard">{say(field.label)}</span>
            </FileButton>
          )}
          <FileButton {...input} id={id} accept={slot.accept.join(',')} multiple={left > 1}>
            <Icon name="upload" />
            {say(words.chooseFile)}
            <span className="only-heard">{say(field.label)}</span>
          </FileButton>
        </div>
      )}
      <p id={hintId} className="field-hint">
        {say(words.accepted, types)}
        {slot.mayFollow && ` · ${say(words.mayFollow)}`}
      </p>
      {fault && (
        <p className="field-error" role="alert">
          <Icon name="alert" />
          {fault}
        </p>
      )}
    </div>
  );
}
