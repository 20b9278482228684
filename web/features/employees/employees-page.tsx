import './employees.css';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Employee } from '../../../shared/employees/employee.ts';
import { Button } from '../../components/button/button.tsx';
import { Loaded } from '../../components/feedback/loaded.tsx';
import { Filter } from '../../components/form/filter.tsx';
import { TownFilter } from '../../components/form/town-filter.tsx';
import { Page } from '../../components/page/page.tsx';
import { figures, TableHead } from '../../components/table-head.tsx';
import { call } from '../../lib/api/call.ts';
import { useMe } from '../../lib/auth/use-me.ts';
import { useFormat } from '../../lib/i18n/use-format.ts';
import { useText } from '../../lib/i18n/use-text.ts';
import { saveFile } from '../../lib/save-file.ts';
import { useCounty } from '../../lib/use-county.ts';
import { employeeCsv } from './employee-csv.ts';
import { NoteDialog } from './note-dialog.tsx';
import { words } from './words.ts';

/** 在职贫困员工信息台账 of a town. */
export function EmployeesPage() {
  const say = useText();
  const { data: me } = useMe();
  const { towns } = useCounty();
  const [chosen, setChosen] = useState('');
  const [onlyPoor, setOnlyPoor] = useState(true);
  const town = me?.town ?? (chosen || (towns[0]?.code ?? ''));
  const register = useQuery({
    queryKey: ['employees', town],
    queryFn: ({ signal }) => call('listEmployees', { query: { town }, signal }),
    enabled: town !== '',
  });
  return (
    <Page title={say(words.title)} intro={say(words.intro)} width="wide">
      <div className="stack">
        <div className="row">
          {me && me.town === undefined && <TownFilter value={town} onChange={setChosen} />}
          <Filter
            label={words.show}
            value={onlyPoor ? 'poor' : 'all'}
            options={[
              ['poor', say(words.onlyPoor)],
              ['all', say(words.everybody)],
            ]}
            onChange={(value) => setOnlyPoor(value === 'poor')}
          />
        </div>
        <Loaded query={register}>
          {({ items, jobs, poorJobs }) => {
            const shown = items.filter(({ poorHousehold }) => poorHousehold || !onlyPoor);
            return (
              <>
                <p role="status">{say(words.counted, { jobs, poor: poorJobs })}</p>
                {shown.length === 0 ? (
                  <p>{say(words.nothing)}</p>
                ) : (
                  <Factories town={town} employees={shown} mayNote={me?.town === town} />
                )}
                <div>
                  <Button onClick={() => saveFile(`employees-${town}.csv`, employeeCsv(shown, say))}>
                    {say(words.download)}
                  </Button>
                </div>
              </>
            );
          }}
        </Loaded>
      </div>
    </Page>
  );
}

/** Factory by factory, so that its name and the day of its roster are said once. */
function Factories({ employees, ...rest }: EmployeeTableProps) {
  const say = useText();
  const format = useFormat();
  const factories = Map.groupBy(employees, ({ caseId }) => caseId);
  return [...factories].map(([caseId, ofFactory]) => {
    const [first] = ofFactory;
    if (first === undefined) return null;
    const { enterpriseName, place, asOf } = first;
    return (
      <section key={caseId} className="stack employees-factory" aria-labelledby={`factory-${caseId}`}>
        <h2 id={`factory-${caseId}`}>
          <span lang="zh-CN">{enterpriseName}</span>{' '}
          <span className="small soft numbers employees-roster">
            <span lang="zh-CN">{place}</span> · {say(words.asOf)} {format.date(asOf)} ·{' '}
            {say(words.people, { n: ofFactory.length })}
          </span>
        </h2>
        <EmployeeTable {...rest} employees={ofFactory} />
      </section>
    );
  });
}

type EmployeeTableProps = {
  readonly town: string;
  readonly employees: readonly Employee[];
  readonly mayNote: boolean;
};

function EmployeeTable({ town, employees, mayNote }: EmployeeTableProps) {
  const say = useText();
  const format = useFormat();
  const [noting, setNoting] = useState<Employee>();
  return (
    <div className="table-sheet">
      <table className="lined cards-on-phone">
        <TableHead
          columns={[
            words.name,
            words.since,
            figures(words.wage),
            words.household,
            words.cause,
            words.measures,
          ]}
        />
        <tbody>
          {employees.map((employee) => {
            const { person, name, residentId, startedOn, wage, note } = employee;
            return (
              <tr key={person}>
                <th scope="row" lang="zh-CN">
                  {name} <span className="small soft numbers employees-id">{residentId}</span>
                  {mayNote && (
                    <Button kind="quiet" onClick={() => setNoting(employee)}>
                      {say(words.note)}
                      <span className="only-heard">{name}</span>
                    </Button>
                  )}
                </th>
                <td data-label={say(words.since)} className="numbers">
                  {startedOn && format.date(startedOn)}
                </td>
                <td data-label={say(words.wage)} className="number">
                  {wage !== undefined && format.money(wage)}
                </td>
                <td data-label={say(words.household)}>
                  {note ? say(words.households[note.household]) : employee.poorHousehold && say(words.poor)}
                </td>
                <td data-label={say(words.cause)} lang="zh-CN">
                  {note?.cause}
                </td>
                <td data-label={say(words.measures)} lang="zh-CN">
                  {note?.measures}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {noting && <NoteDialog town={town} employee={noting} onClose={() => setNoting(undefined)} />}
    </div>
  );
}
