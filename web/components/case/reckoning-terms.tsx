import '../table.css';
import type { ExplanationDto } from '../../../shared/api/dto/common.ts';
import { formatQuantity, type Quantity, units } from '../../../shared/language/quantity.ts';
import { text } from '../../../shared/language/text.ts';
import { useLocale } from '../../lib/i18n/locale.ts';
import { useText } from '../../lib/i18n/use-text.ts';

const words = {
  term: text('项目', 'Step'),
  value: text('数值', 'Value'),
  rule: text('算法', 'Formula'),
};

const known: ReadonlySet<string> = new Set(units);
const isUnit = (unit: string): unit is Quantity['unit'] => known.has(unit);

type ReckoningTermsProps = {
  readonly terms: ExplanationDto['terms'];
  /** With the expression each value comes from. */
  readonly withFormula?: boolean;
};

/** Every named step of the reckoning with its value. */
export function ReckoningTerms({ terms, withFormula = false }: ReckoningTermsProps) {
  const say = useText();
  const locale = useLocale();
  return (
    <table className="lined">
      <thead>
        <tr>
          <th scope="col">{say(words.term)}</th>
          <th scope="col" className="number">
            {say(words.value)}
          </th>
          {withFormula && <th scope="col">{say(words.rule)}</th>}
        </tr>
      </thead>
      <tbody>
        {terms.map(({ name, label, unit, value, expression }) => (
          <tr key={name}>
            <th scope="row">{say(label)}</th>
            <td className="number">
              {formatQuantity({ value, unit: isUnit(unit) ? unit : 'text' }, locale)}
            </td>
            {withFormula && (
              <td>
                <code className="small">
                  {name} = {expression}
                </code>
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
