import type { OutputOf } from '../../../shared/api/client.ts';
import { Filter } from '../../components/form/filter.tsx';
import { TownFilter } from '../../components/form/town-filter.tsx';
import { useMe } from '../../lib/auth/use-me.ts';
import { useText } from '../../lib/i18n/use-text.ts';
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
        <Filter
          label={words.programme}
          value={filter.programme ?? ''}
          all={words.any}
          options={(programmes?.items ?? []).map(({ id, title }) => [id, say(title)])}
          onChange={(programme) => filter.change('programme', programme)}
        />
        {filter.programme && (
          <StageFilter
            programmeId={filter.programme}
            value={filter.stage ?? ''}
            onChange={(stage) => filter.change('stage', stage)}
          />
        )}
        {me?.town === undefined && (
          <TownFilter
            value={filter.town ?? ''}
            all={words.any}
            onChange={(town) => filter.change('town', town)}
          />
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
    <Filter
      label={words.stage}
      value={value}
      all={words.any}
      options={(data?.programme.stages ?? []).map(({ id, title }) => [id, say(title)])}
      onChange={onChange}
    />
  );
}
