import { Suspense, useState } from 'react';
import type { DocumentDto } from '../../../shared/api/dto/common.ts';
import { useFormat } from '../../lib/i18n/use-format.ts';
import { useText } from '../../lib/i18n/use-text.ts';
import { Button } from '../button/button.tsx';
import { Icon } from '../icon.tsx';
import { later } from '../later.tsx';
import { words } from './words.ts';

const documentDialog = later(async () => (await import('./document-dialog.tsx')).DocumentDialog);

type DocumentRowProps = {
  readonly caseId: string;
  readonly document: DocumentDto;
  readonly onRemove?: () => void;
};

/** A document that has arrived. */
export function DocumentRow({ caseId, document, onRemove }: DocumentRowProps) {
  const say = useText();
  const format = useFormat();
  const [open, setOpen] = useState(false);
  return (
    <li className="document-row">
      <Icon name={document.state === 'refused' ? 'alert' : 'document'} />
      <span className="document-name">
        <span lang="zh-CN">{document.name}</span>{' '}
        <span className="soft small numbers">{format.size(document.size)}</span>
        {document.state === 'pending' && <span className="soft small"> · {say(words.checking)}</span>}
        {document.state === 'refused' && (
          <span className="document-refused small"> · {say(words.refused)}</span>
        )}
      </span>
      <span className="row">
        <Button kind="quiet" onClick={() => setOpen(true)}>
          {say(words.view)}
          <span className="only-heard">{document.name}</span>
        </Button>
        {onRemove && (
          <Button kind="quiet" onClick={onRemove}>
            {say(words.remove)}
            <span className="only-heard">{document.name}</span>
          </Button>
        )}
      </span>
      {open && (
        <Suspense>
          <documentDialog.Component caseId={caseId} document={document} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </li>
  );
}
