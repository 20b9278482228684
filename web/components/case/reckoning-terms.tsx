import './case.css';
import { useState } from 'react';
import type { ExplanationDto } from '../../../shared/api/dto/common.ts';
import { formatQuantity, type Quantity, units } from '../../../shared/language/quantity.ts';
import { text } from '../../../shared/language/text.ts';
import { useLocale } from '../../lib/i18n/locale.ts';
import { useText } from '../../lib/i18n/use-text.ts';

const words = {
  showFormulas: text('显示算式', 'Show the formulas'),
  hideFormulas: text('收起算式', 'Hide the formulas'),
};

const known: ReadonlySet<string> = new Set(units);
const isUnit = (unit: string): unit is Quantity['unit'] => known.has(unit);

type ReckoningTermsProps = {
  readonly terms: ExplanationDto['terms'];
  /** With a button that shows the expression each value comes from. */
  readonly withFormula?: boolean;
};

/** Every named step of the reckoning with its value, and in a sentence how it came about. */
export function ReckoningTerms({ terms, withFormula = false }: ReckoningTermsProps) {
  const say = useText();
  const locale = useLocale();
  const [formulas, setFormulas] = useState(false);
  return (
    <>
      <dl className="reckoning">
        {terms.map(({ name, label, unit, value, inWords, expression }) => (
          <div key={name}>
            <dt>{say(label)}</dt>
            <dd className="numbers">
              {formatQuantity({ value, unit: isUnit(unit) ? unit : 'text' }, locale)}
            </dd>
            {inWords && <dd className="reckoning-words numbers">{say(inWords)}</dd>}
            {formulas && (
              <dd className="reckoning-words">
                <code>
                  {name} = {expression}
                </code>
              </dd>
            )}
          </div>
        ))}
      </dl>
      {withFormula && (
        <button
          type="button"
          className="reckoning-switch"
          aria-expanded={formulas}
          onClick={() => setFormulas(!formulas)}
        >
          {say(formulas ? words.hideFormulas : words.showFormulas)}
        </button>
      )}
    </>
  );
}
