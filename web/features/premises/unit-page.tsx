import './premises.css';
import { useParams } from 'wouter';
import type { OutputOf } from '../../../shared/api/client.ts';
import { LinkButton } from '../../components/button/link-button.tsx';
import { type Fact, Facts } from '../../components/facts/facts.tsx';
import { Loaded } from '../../components/feedback/loaded.tsx';
import { Page } from '../../components/page/page.tsx';
import { TableSheet } from '../../components/table-sheet.tsx';
import { hasRole, useMe } from '../../lib/auth/use-me.ts';
import { useFormat } from '../../lib/i18n/use-format.ts';
import { useText } from '../../lib/i18n/use-text.ts';
import { useCounty } from '../../lib/use-county.ts';
import { Photos } from './photos.tsx';
import { useUnit } from './queries.ts';
import { StateBadge } from './state-badge.tsx';
import { Tenants } from './tenants.tsx';
import { UnitHistory } from './unit-history.tsx';
import { useUnitText } from './use-unit-text.ts';
import { words } from './words.ts';

export function UnitPage() {
  const { unit = '' } = useParams<{ unit: string }>();
  const found = useUnit(unit);
  return <Loaded query={found}>{(data) => <Unit data={data} />}</Loaded>;
}

function Unit({ data: { site, unit } }: { readonly data: OutputOf<'getPremises'> }) {
  const say = useText();
  const format = useFormat();
  const { data: me } = useMe();
  const { townName } = useCounty();
  const { place, rent } = useUnitText();
  const keeps = me?.town === unit.town && hasRole(me, 'reviewer', 'supervisor');
  const looksOn = hasRole(me, 'reviewer', 'supervisor', 'leader', 'finance', 'auditor');
  const facts: readonly Fact[] = [
    [words.area, format.area(unit.area)],
    [words.free, format.area(unit.freeArea)],
    [words.power, say(words.kilowatts, { n: unit.power })],
    [words.readiness, say(words.readinessLevels[unit.readiness])],
    [words.rent, rent(unit)],
    [
      words.rentSource,
      <span key="source" lang="zh-CN">
        {unit.rentSource}
      </span>,
    ],
    [
      words.community,
      <span key="community" lang="zh-CN">
        {site.community}
      </span>,
    ],
    [
      words.address,
      <span key="address" lang="zh-CN">
        {site.address}
      </span>,
    ],
    [
      words.number,
      <span key="number" className="numbers">
        {unit.unit}
      </span>,
    ],
  ];
  return (
    <Page
      title={`${site.name} ${place(unit)}`}
      eyebrow={say(townName(unit.town))}
      intro={<StateBadge state={unit.state} />}
      back={{ to: `/premises?town=${unit.town}`, label: say(words.title) }}
      actions={
        <>
          {keeps && <LinkButton to={`/keep-premises/units/${unit.unit}`}>{say(words.changeUnit)}</LinkButton>}
          {unit.state === 'offered' && !looksOn && (
            <LinkButton to="/" kind="primary">
              {say(words.apply)}
            </LinkButton>
          )}
        </>
      }
    >
      <div className="stack-loose">
        <section className="sheet stack">
          <Facts facts={facts} />
          {unit.note && <p lang="zh-CN">{unit.note}</p>}
        </section>
        {unit.photos.length > 0 && <Photos unit={unit.unit} photos={unit.photos} place={place(unit)} />}
        {looksOn ? (
          <>
            <Tenants unit={unit.unit} />
            <UnitHistory unit={unit.unit} />
          </>
        ) : (
          <Taken taken={unit.taken} />
        )}
      </div>
    </Page>
  );
}

function Taken({ taken }: { readonly taken: OutputOf<'getPremises'>['unit']['taken'] }) {
  const say = useText();
  const format = useFormat();
  return (
    <section className="stack">
      <h2>{say(words.taken)}</h2>
      {taken.length === 0 ? (
        <p className="soft">{say(words.notTaken)}</p>
      ) : (
        <TableSheet label={say(words.taken)}>
          <table className="lined">
            <thead>
              <tr>
                <th scope="col">{say(words.when)}</th>
                <th scope="col" className="number">
                  {say(words.area)}
                </th>
              </tr>
            </thead>
            <tbody>
              {taken.map(({ from, to, area }) => (
                <tr key={`${from} ${to} ${area}`}>
                  <td className="numbers">
                    {say(words.span, { from: format.date(from), to: format.date(to) })}
                  </td>
                  <td className="number">{format.area(area)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableSheet>
      )}
    </section>
  );
}
