import './documents.css';
import { useState } from 'react';
import type { DocumentDto } from '../../../shared/api/dto/common.ts';
import { useText } from '../../lib/i18n/use-text.ts';
import { Button } from '../button/button.tsx';
import { Loaded } from '../feedback/loaded.tsx';
import { Skeleton } from '../feedback/skeleton.tsx';
import { Icon } from '../icon.tsx';
import { useDocumentLink } from './use-document-link.ts';
import { words } from './words.ts';

const zooms = ['fit', 'double', 'triple'] as const;

/** A document shown in its place: pictures with zoom, PDF in the browser's own reader. */
export function DocumentView({
  caseId,
  document,
}: {
  readonly caseId: string;
  readonly document: DocumentDto;
}) {
  const say = useText();
  const link = useDocumentLink(caseId, document.id);
  const [zoom, setZoom] = useState(0);
  const isImage = document.type.startsWith('image/');
  return (
    <div className="document-view">
      <Loaded query={link} waiting={<Skeleton lines={8} />}>
        {({ url }) => (
          <>
            <div className="row document-tools">
              {isImage && (
                <>
                  <Button kind="quiet" disabled={zoom === 0} onClick={() => setZoom(zoom - 1)}>
                    <Icon name="minus" />
                    {say(words.zoomOut)}
                  </Button>
                  <Button kind="quiet" disabled={zoom === zooms.length - 1} onClick={() => setZoom(zoom + 1)}>
                    <Icon name="plus" />
                    {say(words.zoomIn)}
                  </Button>
                </>
              )}
              <a className="button button-quiet" href={url} target="_blank" rel="noreferrer">
                {say(words.openInTab)}
              </a>
            </div>
            {isImage && (
              <section
                className={`document-picture document-picture-${zooms[zoom]}`}
                // biome-ignore lint/a11y/noNoninteractiveTabindex: a zoomed picture is scrolled by keyboard too
                tabIndex={0}
                aria-label={document.name}
              >
                <img src={url} alt={document.name} />
              </section>
            )}
            {document.type === 'application/pdf' && (
              <iframe className="document-pdf" src={url} title={document.name} />
            )}
            {!isImage && document.type !== 'application/pdf' && <p>{say(words.noPreview)}</p>}
          </>
        )}
      </Loaded>
    </div>
  );
}
