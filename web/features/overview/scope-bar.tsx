import { Labelled } from '../../components/form/labelled.tsx';
import { useText } from '../../lib/i18n/use-text.ts';
import { useCounty } from '../../lib/use-county.ts';
import { useProgrammes } from './queries.ts';
import type { useScope } from './use-scope.ts';
import { words } from './words.ts';

/** Year, town and programme; every choice is taken at once. */
export function ScopeBar({ scope, choose, years }: ReturnType<typeof useScope>) {
  const say = useText();
  const { towns } = useCounty();
  const { data: programmes } = useProgrammes();
  return (
    <div className="row not-printed">
      <Labelled label={say(words.year)}>
        {(id) => (
          <select
            id={id}
            className="control"
            value={scope.year}
            onChange={({ target }) => choose({ year: Number(target.value) })}
          >
            {years.map((year) => (
              <option key={year}>{year}</option>
            ))}
          </select>
        )}
      </Labelled>
      <Labelled label={say(words.town)}>
        {(id) => (
          <select
            id={id}
            className="control"
            value={scope.town}
            onChange={({ target }) => choose({ town: target.value })}
          >
            <option value="">{say(words.allTowns)}</option>
            {towns.map(({ code, name }) => (
              <option key={code} value={code}>
                {say(name)}
              </option>
            ))}
          </select>
        )}
      </Labelled>
      <Labelled label={say(words.programme)}>
        {(id) => (
          <select
            id={id}
            className="control"
            value={scope.programme}
            onChange={({ target }) => choose({ programme: target.value })}
          >
            <option value="">{say(words.allProgrammes)}</option>
            {programmes?.items.map(({ id, title }) => (
              <option key={id} value={id}>
                {say(title)}
              </option>
            ))}
          </select>
        )}
      </Labelled>
    </div>
  );
}
