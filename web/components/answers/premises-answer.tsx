import { useText } from '../../lib/i18n/use-text.ts';
import { usePremises } from '../../lib/use-premises.ts';
import { words } from './words.ts';

/** The unit that was chosen, by where it is; by its number where the list does not have it, or has not come. */
export function PremisesAnswer({ unit: wanted }: { readonly unit: string }) {
  const say = useText();
  const { data } = usePremises();
  const unit = data?.units.find((one) => one.unit === wanted);
  const site = data?.sites.find((one) => one.site === unit?.site);
  if (!unit || !site) return <span className="answer-text numbers">{wanted}</span>;
  const { building, floor } = unit;
  return <span className="answer-text">{say(words.unit, { site: site.name, building, floor })}</span>;
}
