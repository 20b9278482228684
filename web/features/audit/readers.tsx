import type { DossierDto } from '../../../shared/api/dto/dossier.ts';
import type { Text } from '../../../shared/language/text.ts';
import { TableHead } from '../../components/table-head.tsx';
import { useFormat } from '../../lib/i18n/use-format.ts';
import { useText } from '../../lib/i18n/use-text.ts';
import { useWho } from './use-who.ts';
import { words } from './words.ts';

const reads: ReadonlyMap<unknown, Text> = new Map(Object.entries(words.reads));

/** Everybody who looked at this case as an auditor or saw what is masked; this reading is the last of them. */
export function Readers({ dossier: { accesses } }: { readonly dossier: DossierDto }) {
  const say = useText();
  const format = useFormat();
  const who = useWho();
  const what = ({ type, data }: DossierDto['accesses'][number]): string => {
    if (type === 'answer-revealed') {
      return say(words.revealed, { path: String(data.path), reason: String(data.reason) });
    }
    const read = reads.get(data.view);
    return read ? say(read) : type;
  };
  return (
    <section className="sheet stack" aria-labelledby="readers-title">
      <h2 id="readers-title">{say(words.readers)}</h2>
      <div className="table-sheet">
        <table className="lined cards-on-phone">
          <TableHead columns={[words.when, words.who, words.what]} />
          <tbody>
            {accesses.toReversed().map((access) => (
              <tr key={`${access.at}-${access.actor.id}-${what(access)}`}>
                <td data-label={say(words.when)} className="numbers">
                  {format.instant(access.at)}
                </td>
                <td data-label={say(words.who)}>{who(access.actor)}</td>
                <td data-label={say(words.what)}>{what(access)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
