import type { ScalarField } from '../../../shared/forms/field.ts';
import type { ControlProps } from './control.ts';
import { ChoiceControl, isOpenChoice } from './controls/choice-control.tsx';
import { DateControl } from './controls/date-control.tsx';
import { NumberControl } from './controls/number-control.tsx';
import { TextControl } from './controls/text-control.tsx';
import { TownControl } from './controls/town-control.tsx';
import { YesNoControl } from './controls/yes-no-control.tsx';

/** Several radio buttons that answer together are named by a legend, a single control by its label. */
export const isGroup = (field: ScalarField): boolean =>
  field.type === 'yes-no' || (field.type === 'choice' && isOpenChoice(field));

/** The control of a field with one value. */
export function ScalarControl({ field, ...props }: ControlProps<ScalarField>) {
  switch (field.type) {
    case 'integer':
    case 'money':
    case 'percentage':
    case 'area':
      return <NumberControl {...props} field={field} />;
    case 'date':
      return <DateControl {...props} field={field} />;
    case 'choice':
      return <ChoiceControl {...props} field={field} />;
    case 'yes-no':
      return <YesNoControl {...props} field={field} />;
    case 'town':
      return <TownControl {...props} field={field} />;
    default:
      return <TextControl {...props} field={field} />;
  }
}
