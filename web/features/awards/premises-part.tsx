import type { AwardDto } from '../../../shared/api/dto/award.ts';
import { useFormat } from '../../lib/i18n/use-format.ts';
import { useText } from '../../lib/i18n/use-text.ts';
import { words } from './words.ts';

/** The floor that was granted, and its lease once it has been handed over. */
export function PremisesPart({ award: { premises, lease } }: { readonly award: AwardDto }) {
  const say = useText();
  const format = useFormat();
  if (!premises) return null;
  const { unit, area, months } = premises;
  return (
    <section className="sheet stack" aria-labelledby="award-premises">
      <h2 id="award-premises">{say(words.premises)}</h2>
      <p>
        <span className="numbers">{unit}</span> · {say(words.granted, { area: format.area(area), months })}
      </p>
      {lease ? (
        <p>{say(words.lease, { from: format.date(lease.from), to: format.date(lease.to) })}</p>
      ) : (
        <p className="soft">{say(words.notLet)}</p>
      )}
      {lease?.confirmBy && <p>{say(words.confirmBy, { date: format.date(lease.confirmBy) })}</p>}
    </section>
  );
}
