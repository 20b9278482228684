import { type Text, text } from '../../../shared/language/text.ts';
import { useText } from '../../lib/i18n/use-text.ts';
import { useCounty } from '../../lib/use-county.ts';
import { Filter } from './filter.tsx';

const town = text('镇', 'Town');

type TownFilterProps = {
  /** Where it is asked as more than a filter. */
  readonly label?: Text;
  /** Division code; empty for all of them. */
  readonly value: string;
  /** What all towns are called; without it one town is always chosen. */
  readonly all?: Text;
  readonly onChange: (town: string) => void;
};

export function TownFilter({ label = town, ...props }: TownFilterProps) {
  const say = useText();
  const { towns } = useCounty();
  return <Filter label={label} options={towns.map(({ code, name }) => [code, say(name)])} {...props} />;
}
