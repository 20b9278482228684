import '../../components/table.css';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { LinkButton } from '../../components/button/link-button.tsx';
import { Loaded } from '../../components/feedback/loaded.tsx';
import { Page } from '../../components/page/page.tsx';
import { TableHead } from '../../components/table-head.tsx';
import { call } from '../../lib/api/call.ts';
import { hasRole, useMe } from '../../lib/auth/use-me.ts';
import { useText } from '../../lib/i18n/use-text.ts';
import { words } from './words.ts';

export function PolicyPage() {
  const say = useText();
  const { data: me } = useMe();
  const programmes = useQuery({ queryKey: ['programmes'], queryFn: () => call('listProgrammes') });
  return (
    <Page
      title={say(words.title)}
      intro={say(words.intro)}
      actions={
        hasRole(me, 'policy') && (
          <LinkButton to="/policy/publish" kind="primary">
            {say(words.publish)}
          </LinkButton>
        )
      }
    >
      <Loaded query={programmes}>
        {({ items }) => (
          <div className="table-sheet">
            <table className="lined">
              <TableHead columns={[words.programme, words.current]} />
              <tbody>
                {items.map(({ id, title, version }) => (
                  <tr key={id}>
                    <th scope="row">
                      <Link href={`/policy/programmes/${id}`}>{say(title)}</Link>
                    </th>
                    <td className="numbers">{say(words.version, { n: version })}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </Loaded>
    </Page>
  );
}
