import { Filter } from '../../components/form/filter.tsx';
import { TownFilter } from '../../components/form/town-filter.tsx';
import { useText } from '../../lib/i18n/use-text.ts';
import { useProgrammes } from './queries.ts';
import type { useScope } from './use-scope.ts';
import { words } from './words.ts';

/** Year, town and programme; every choice is taken at once. */
export function ScopeBar({ scope, choose, years }: ReturnType<typeof useScope>) {
  const say = useText();
  const { data: programmes } = useProgrammes();
  return (
    <div className="row not-printed">
      <Filter
        label={words.year}
        value={String(scope.year)}
        options={years.map((year) => [String(year), String(year)])}
        onChange={(year) => choose({ year: Number(year) })}
      />
      <TownFilter value={scope.town} all={words.allTowns} onChange={(town) => choose({ town })} />
      <Filter
        label={words.programme}
        value={scope.programme}
        all={words.allProgrammes}
        options={(programmes?.items ?? []).map(({ id, title }) => [id, say(title)])}
        onChange={(programme) => choose({ programme })}
      />
    </div>
  );
}
