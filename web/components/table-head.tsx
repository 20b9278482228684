import type { Text } from '../../shared/language/text.ts';
import { useText } from '../lib/i18n/use-text.ts';

type Column = Text | { readonly figures: Text };

/** A column of figures: they stand at the right. */
export const figures = (label: Text): Column => ({ figures: label });

/** What the columns of a table are called. */
export function TableHead({ columns }: { readonly columns: readonly Column[] }) {
  const say = useText();
  return (
    <thead>
      <tr>
        {columns.map((column) => {
          const isFigures = 'figures' in column;
          const label = isFigures ? column.figures : column;
          return (
            <th key={label.en} scope="col" className={isFigures ? 'number' : undefined}>
              {say(label)}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}
