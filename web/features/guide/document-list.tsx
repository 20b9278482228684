import type { DocumentSlot } from '../../../shared/programmes/programme.ts';
import { TableHead } from '../../components/table-head.tsx';
import { type Say, useText } from '../../lib/i18n/use-text.ts';
import { words } from './words.ts';

function notesOf(slot: DocumentSlot, say: Say): string {
  const notes = [
    say(slot.neededFor === 'delivery' ? words.beforeDelivery : words.withApplication),
    ...(typeof slot.required === 'string' ? [say(words.someCases)] : []),
    ...(slot.required === false ? [say(words.ifYouHave)] : []),
    ...(slot.mayFollow ? [say(words.mayFollow)] : []),
  ];
  return notes.join(say({ zh: '；', en: '; ' }));
}

export function DocumentList({ slots }: { readonly slots: readonly DocumentSlot[] }) {
  const say = useText();
  return (
    <table className="cards-on-phone">
      <TableHead columns={[words.document, words.source, words.copies, words.note]} />
      <tbody>
        {slots.map((slot) => (
          <tr key={slot.id}>
            <th scope="row">{say(slot.title)}</th>
            <td data-label={say(words.source)}>{say(slot.source)}</td>
            <td data-label={say(words.copies)} className="numbers">
              {slot.copies === 0 ? say(words.onlyElectronic) : slot.copies}
            </td>
            <td data-label={say(words.note)}>{notesOf(slot, say)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
