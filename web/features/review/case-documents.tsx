import type { CaseDto } from '../../../shared/api/dto/case.ts';
import type { Programme } from '../../../shared/programmes/programme.ts';
import { DocumentView } from '../../components/documents/document-view.tsx';
import { useText } from '../../lib/i18n/use-text.ts';
import { words } from './words.ts';

type CaseDocumentsProps = {
  readonly data: CaseDto;
  readonly programme: Programme;
  readonly chosen: string | undefined;
  readonly onChoose: (documentId: string) => void;
};

/** Documents beside the answers, one at a time, in place. */
export function CaseDocuments({ data, programme, chosen, onChoose }: CaseDocumentsProps) {
  const say = useText();
  const shown = data.documents.find(({ id }) => id === chosen) ?? data.documents[0];
  const slotTitle = (slot: string) => {
    const known = programme.documents.find(({ id }) => id === slot);
    return known ? say(known.title) : slot;
  };
  return (
    <section id="case-documents" className="sheet stack" tabIndex={-1} aria-labelledby="case-documents-title">
      <h2 id="case-documents-title">{say(words.documents)}</h2>
      {shown ? (
        <>
          <label className="stack case-document-choice">
            <span className="only-heard">{say(words.document)}</span>
            <select className="control" value={shown.id} onChange={(event) => onChoose(event.target.value)}>
              {data.documents.map(({ id, slot, name }) => (
                <option key={id} value={id}>
                  {slotTitle(slot)} · {name}
                </option>
              ))}
            </select>
          </label>
          <DocumentView key={shown.id} caseId={data.caseId} document={shown} />
        </>
      ) : (
        <p>{say(words.noDocuments)}</p>
      )}
    </section>
  );
}
