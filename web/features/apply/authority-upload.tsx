import { useDocumentDesk } from '../../components/documents/document-desk.ts';
import { FieldEditor } from '../../components/form/field-editor.tsx';
import { useText } from '../../lib/i18n/use-text.ts';
import { authorityField, authoritySlot } from './authority.ts';
import { words } from './words.ts';

/** Whoever files for somebody else hands in the paper that allows it. */
export function AuthorityUpload() {
  const say = useText();
  const { documents } = useDocumentDesk();
  const held = documents.filter(({ slot }) => slot === authoritySlot.id).map(({ id }) => id);
  return (
    <section className="sheet stack">
      <h2>{say(words.authority)}</h2>
      <p>{say(words.authorityHint)}</p>
      <FieldEditor
        field={authorityField}
        required
        value={held}
        errors={[]}
        onChange={() => undefined}
        onLeave={() => undefined}
      />
    </section>
  );
}
