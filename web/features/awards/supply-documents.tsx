import type { AwardDto } from '../../../shared/api/dto/award.ts';
import type { Programme } from '../../../shared/programmes/programme.ts';
import { Button } from '../../components/button/button.tsx';
import { DocumentDeskContext } from '../../components/documents/document-desk.ts';
import { useDraftDesk } from '../../components/draft/use-draft-desk.ts';
import { ProblemNotice } from '../../components/feedback/problem-notice.tsx';
import { FieldEditor } from '../../components/form/field-editor.tsx';
import { announce } from '../../lib/announce.ts';
import { useText } from '../../lib/i18n/use-text.ts';
import { useOwnAct } from './use-own-act.ts';
import { words } from './words.ts';

type SupplyDocumentsProps = { readonly award: AwardDto; readonly programme: Programme };

/** 容缺后补: what was allowed to follow, uploaded one by one and handed in together. */
export function SupplyDocuments({ award, programme }: SupplyDocumentsProps) {
  const say = useText();
  const desk = useDraftDesk({ caseId: award.caseId, slots: programme.documents, known: award.documents });
  const supply = useOwnAct(award, () => announce(words.supplied));
  const slots = programme.documents.filter(({ id }) => award.owed.some(({ slot }) => slot === id));
  const heldIn = (slot: string) => desk.documents.filter((document) => document.slot === slot);
  const some = slots.some(({ id }) => heldIn(id).length > 0);
  return (
    <section className="sheet stack" aria-labelledby="award-owed">
      <h2 id="award-owed">{say(words.owedTitle)}</h2>
      <p>{say(words.owedHint)}</p>
      <DocumentDeskContext value={desk}>
        {slots.map(({ id, title, source, maxFiles }) => (
          <FieldEditor
            key={id}
            field={{ type: 'document', id, slot: id, label: title, hint: source, required: true, maxFiles }}
            required
            value={heldIn(id).map((document) => document.id)}
            errors={[]}
            onChange={() => undefined}
            onLeave={() => undefined}
          />
        ))}
      </DocumentDeskContext>
      {supply.error !== null && <ProblemNotice error={supply.error} />}
      <div>
        <Button
          kind="primary"
          busy={supply.isPending}
          disabled={!some || desk.uploads.length > 0}
          onClick={() => supply.mutate({ command: { type: 'supply-documents' } })}
        >
          {say(words.supply)}
        </Button>
      </div>
    </section>
  );
}
