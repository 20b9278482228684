import './premises.css';
import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useLocation, useParams } from 'wouter';
import type { OutputOf } from '../../../shared/api/client.ts';
import type { UnitDto } from '../../../shared/api/dto/premises.ts';
import type { Answers } from '../../../shared/forms/answers.ts';
import { townOfPremises } from '../../../shared/premises/site.ts';
import { Loaded } from '../../components/feedback/loaded.tsx';
import { Notice } from '../../components/feedback/notice.tsx';
import { Skeleton } from '../../components/feedback/skeleton.tsx';
import { ShortForm } from '../../components/form/short-form.tsx';
import { Page } from '../../components/page/page.tsx';
import { announce } from '../../lib/announce.ts';
import { call } from '../../lib/api/call.ts';
import { problemCode } from '../../lib/api/problem-text.ts';
import { useMe } from '../../lib/auth/use-me.ts';
import { useText } from '../../lib/i18n/use-text.ts';
import { useAct } from '../../lib/use-act.ts';
import { PhotoEditor } from './photo-editor.tsx';
import { usePremises } from './queries.ts';
import { answersOfUnit, factsOf, newUnit, numberField, placesOf, unitFields } from './unit-form.ts';
import { words } from './words.ts';

/** Enters a unit, or changes one: `/keep-premises/units/new` and `/keep-premises/units/<id>`. */
export function UnitFormPage() {
  const say = useText();
  const { unit: id = '' } = useParams<{ unit: string }>();
  const { data: me } = useMe();
  const isNew = id === 'new';
  const premises = usePremises(isNew ? (me?.town ?? '') : townOfPremises(id));
  return (
    <Page
      title={say(isNew ? words.newUnit : words.changeUnit)}
      back={{ to: '/keep-premises', label: say(words.keep) }}
      width="reading"
    >
      <Loaded query={premises} waiting={<Skeleton lines={6} />}>
        {(data) => {
          const unit = data.units.find((one) => one.unit === id);
          return <UnitForm key={unit?.version ?? 0} unit={unit} premises={data} town={me?.town ?? ''} />;
        }}
      </Loaded>
    </Page>
  );
}

type UnitFormProps = {
  readonly unit: UnitDto | undefined;
  readonly premises: OutputOf<'listPremises'>;
  readonly town: string;
};

function UnitForm({ unit, premises: { sites }, town }: UnitFormProps) {
  const say = useText();
  const [, go] = useLocation();
  const queries = useQueryClient();
  const places = useMemo(() => placesOf(sites), [sites]);
  const fields = useMemo(
    () => (unit ? unitFields(places) : [numberField, ...unitFields(places)]),
    [unit, places],
  );
  const save = useAct(
    (commandId, answers: Answers) => {
      const facts = factsOf(answers, places, unit?.photos ?? []);
      const body = { ...facts, photos: [...facts.photos] };
      return unit
        ? call('changeUnit', {
            params: { unit: unit.unit },
            body: { commandId, version: unit.version, unit: body },
          })
        : call('enterUnit', { body: { commandId, town, number: String(answers.number ?? ''), unit: body } });
    },
    async (saved) => {
      announce(words.saved);
      await queries.invalidateQueries({ queryKey: ['premises'] });
      go(`/premises/${saved.unit}`);
    },
  );
  const stale = problemCode(save.error) === 'stale-version';
  if (places.length === 0) return <Notice tone="attention">{say(words.noSites)}</Notice>;
  return (
    <div className="stack-loose">
      <div className="sheet stack">
        {stale && <Notice tone="attention">{say(words.changedMeanwhile)}</Notice>}
        <ShortForm
          fields={fields}
          initial={unit ? answersOfUnit(unit, places) : newUnit}
          keptAs={`unit:${unit?.unit ?? 'new'}:${unit?.version ?? 0}`}
          submit={say(words.save)}
          busy={save.isPending}
          error={stale ? undefined : save.error}
          within="/unit"
          onSubmit={(answers, forget) =>
            save.mutate(answers, {
              onSuccess: forget,
              onError: async (error) => {
                if (problemCode(error) === 'stale-version') {
                  await queries.invalidateQueries({ queryKey: ['premises'] });
                }
              },
            })
          }
          onCancel={() => go('/keep-premises')}
        />
      </div>
      {unit && <PhotoEditor unit={unit} />}
    </div>
  );
}
