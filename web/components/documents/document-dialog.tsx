import type { DocumentDto } from '../../../shared/api/dto/common.ts';
import { Dialog } from '../dialog/dialog.tsx';
import { DocumentView } from './document-view.tsx';

type DocumentDialogProps = {
  readonly caseId: string;
  readonly document: DocumentDto;
  readonly onClose: () => void;
};

export const DocumentDialog = ({ caseId, document, onClose }: DocumentDialogProps) => (
  <Dialog title={document.name} onClose={onClose} wide>
    <DocumentView caseId={caseId} document={document} />
  </Dialog>
);
