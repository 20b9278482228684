import { createContext, useContext } from 'react';
import type { DocumentDto } from '../../../shared/api/dto/common.ts';
import type { Slot } from '../../../shared/programmes/programme.ts';
import type { Upload } from '../../lib/uploads/upload-queue.ts';

/** A slot of the application, which may follow, or of a report. */
type DeskSlot = Slot & { readonly mayFollow?: boolean };

/** Everything document fields need of the form they stand in. */
export type DocumentDesk = {
  readonly caseId: string;
  readonly slots: readonly DeskSlot[];
  readonly documents: readonly DocumentDto[];
  readonly uploads: readonly Upload[];
  readonly add: (field: { readonly id: string; readonly slot: string }, files: readonly File[]) => void;
  readonly retry: (key: string) => void;
  readonly cancel: (key: string) => void;
  readonly remove: (fieldId: string, documentId: string) => void;
};

export const DocumentDeskContext = createContext<DocumentDesk | undefined>(undefined);

/** Throws outside a form: a document field has nowhere to put its files there. */
export function useDocumentDesk(): DocumentDesk {
  const desk = useContext(DocumentDeskContext);
  if (!desk) throw new Error('a document field stands outside a form');
  return desk;
}
