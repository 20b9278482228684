import type { OutputOf } from '../../../shared/api/client.ts';
import { Labelled } from '../../components/form/labelled.tsx';
import { useMe } from '../../lib/auth/use-me.ts';
import { useText } from '../../lib/i18n/use-text.ts';
import { useCounty } from '../../lib/use-county.ts';
import { useProgramme } from '../../lib/use-programme.ts';
import { useProgrammes } from './queries.ts';
import type { useFilter } from './use-filter.ts';
import { words } from './words.ts';

type FiltersProps = {
  readonly filter: ReturnType<typeof useFilter>;
  readonly counts: OutputOf<'worklist'>['counts'] | undefined;
};

export function Filters({ filter, counts }: FiltersProps) {
  const say = useText();
  const { data: me } = useMe();
  const { towns } = useCounty();
  const { data: programmes } = useProgrammes();
  return (
    <section className="filters" aria-label={say(words.filters)}>
      <fieldset className="filters-shows">
        <legend className="only-heard">{say(words.show)}</legend>
        {filter.shows.map((show) => (
          <label key={show} className="filters-show">
            <input
              type="radio"
              name="show"
              checked={filter.show === show}
              onChange={() => filter.change('show', show)}
            />
            {say(words.shows[show])}
            <span className="filters-count numbers">{counts?.[show] ?? '–'}</span>
          </label>
        ))}
      </fieldset>
      <div className="filters-lists">
        <Labelled label={say(words.programme)}>
          {(id) => (
            <select
              id={id}
              className="control"
              value={filter.programme ?? ''}
              onChange={(event) => filter.change('programme', event.target.value)}
            >
              <option value="">{say(words.any)}</option>
              {programmes?.items.map(({ id, title }) => (
                <option key={id} value={id}>
                  {say(title)}
                </option>
              ))}
            </select>
          )}
        </Labelled>
        {filter.programme && (
          <StageFilter
            programmeId={filter.programme}
            value={filter.stage ?? ''}
            onChange={(stage) => filter.change('stage', stage)}
          />
        )}
        {me?.town === undefined && (
          <Labelled label={say(words.town)}>
            {(id) => (
              <select
                id={id}
                className="control"
                value={filter.town ?? ''}
                onChange={(event) => filter.change('town', event.target.value)}
              >
                <option value="">{say(words.any)}</option>
                {towns.map(({ code, name }) => (
                  <option key={code} value={code}>
                    {say(name)}
                  </option>
                ))}
              </select>
            )}
          </Labelled>
        )}
      </div>
    </section>
  );
}

type StageFilterProps = {
  readonly programmeId: string;
  readonly value: string;
  readonly onChange: (stage: string) => void;
};

function StageFilter({ programmeId, value, onChange }: StageFilterProps) {
  const say = useText();
  const { data } = useProgramme(programmeId);
  return (
    <Labelled label={say(words.stage)}>
      {(id) => (
        <select id={id} className="control" value={value} onChange={(event) => onChange(event.target.value)}>
          <option value="">{say(words.any)}</option>
          {data?.programme.stages.map(({ id, title }) => (
            <option key={id} value={id}>
              {say(title)}
            </option>
          ))}
        </select>
      )}
    </Labelled>
  );
}
