import { Link } from 'wouter';
import type { UnitDto } from '../../../shared/api/dto/premises.ts';
import { TableSheet } from '../../components/table-sheet.tsx';
import { useFormat } from '../../lib/i18n/use-format.ts';
import { useText } from '../../lib/i18n/use-text.ts';
import { StateBadge } from './state-badge.tsx';
import { useUnitText } from './use-unit-text.ts';
import { words } from './words.ts';

type UnitTableProps = {
  /** Of what place, where there are several tables. */
  readonly place: string;
  readonly units: readonly UnitDto[];
};

export function UnitTable({ place: of, units }: UnitTableProps) {
  const say = useText();
  const format = useFormat();
  const { place, rent } = useUnitText();
  return (
    <TableSheet label={say(words.unitsOf, { place: of })}>
      <table className="cards-on-phone">
        <thead>
          <tr>
            <th scope="col">{say(words.where)}</th>
            <th scope="col" className="number">
              {say(words.area)}
            </th>
            <th scope="col" className="number">
              {say(words.free)}
            </th>
            <th scope="col" className="number">
              {say(words.power)}
            </th>
            <th scope="col">{say(words.readiness)}</th>
            <th scope="col" className="number">
              {say(words.rent)}
            </th>
            <th scope="col">{say(words.state)}</th>
          </tr>
        </thead>
        <tbody>
          {units.map((unit) => (
            <tr key={unit.unit}>
              <th scope="row">
                <Link href={`/premises/${unit.unit}`} lang="zh-CN">
                  {place(unit)}
                </Link>
              </th>
              <td className="number" data-label={say(words.area)}>
                {format.area(unit.area)}
              </td>
              <td className="number" data-label={say(words.free)}>
                {format.area(unit.freeArea)}
              </td>
              <td className="number" data-label={say(words.power)}>
                {say(words.kilowatts, { n: unit.power })}
              </td>
              <td data-label={say(words.readiness)}>{say(words.readinessLevels[unit.readiness])}</td>
              <td className="number" data-label={say(words.rent)}>
                {rent(unit)}
              </td>
              <td data-label={say(words.state)}>
                <StateBadge state={unit.state} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableSheet>
  );
}
