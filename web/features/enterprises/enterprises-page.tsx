import './enterprises.css';
import type { OwnEnterpriseDto } from '../../../shared/api/routes/enterprises.ts';
import { LinkButton } from '../../components/button/link-button.tsx';
import { Loaded } from '../../components/feedback/loaded.tsx';
import { Page } from '../../components/page/page.tsx';
import { useText } from '../../lib/i18n/use-text.ts';
import { useMyEnterprises } from '../../lib/use-my-enterprises.ts';
import { PartBadge } from './part-badge.tsx';
import { words } from './words.ts';

/** The enterprises a person has to do with, and what they may do for each. */
export function EnterprisesPage() {
  const say = useText();
  const enterprises = useMyEnterprises();
  return (
    <Page title={say(words.title)} intro={say(words.intro)} width="reading">
      <Loaded query={enterprises}>
        {({ items }) => (
          <div className="stack">
            {items.length === 0 && <p>{say(words.nothing)}</p>}
            <ul className="enterprises">
              {items.map((one) => (
                <Enterprise key={one.enterprise} one={one} />
              ))}
            </ul>
            <div>
              <LinkButton to="/enterprises/new" kind={items.length === 0 ? 'primary' : 'plain'}>
                {say(words.enter)}
              </LinkButton>
            </div>
          </div>
        )}
      </Loaded>
    </Page>
  );
}

function Enterprise({ one: { enterprise, name, part } }: { readonly one: OwnEnterpriseDto }) {
  const say = useText();
  return (
    <li className="sheet stack">
      <div className="enterprise-head">
        <h2 lang="zh-CN">{name}</h2>
        <PartBadge part={part} />
      </div>
      <p className="soft">{say(words.partHint[part])}</p>
      {part === 'acts' && (
        <div>
          <LinkButton to={`/enterprises/${enterprise}`} kind="primary">
            {say(words.open)}
            <span className="only-heard">{name}</span>
          </LinkButton>
        </div>
      )}
      {part === 'applied' && (
        <div>
          <LinkButton to={`/enterprises/new?from=${enterprise}`} kind="primary">
            {say(words.enterThis)}
            <span className="only-heard">{name}</span>
          </LinkButton>
        </div>
      )}
    </li>
  );
}
