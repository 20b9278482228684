import './header.css';
import { useEffect, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { Icon } from '../../components/icon.tsx';
import { useText } from '../../lib/i18n/use-text.ts';
import { Account } from './account.tsx';
import { InboxLink } from './inbox-link.tsx';
import { LanguageSwitch } from './language-switch.tsx';
import { Navigation } from './navigation.tsx';
import { words } from './words.ts';

export function Header() {
  const say = useText();
  const [place] = useLocation();
  const [open, setOpen] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the menu closes when the place changes
  useEffect(() => setOpen(false), [place]);
  return (
    <header className="header not-printed">
      <a className="header-skip" href="#main">
        {say(words.toContent)}
      </a>
      <div className="header-bar">
        <Link href="/" className="header-brand">
          <img src="/seal.svg" alt="" width="40" height="40" />
          <span>
            <span className="header-county">{say(words.county)}</span>
            <span className="header-portal">{say(words.portal)}</span>
          </span>
        </Link>
        <button
          type="button"
          className="header-menu"
          aria-expanded={open}
          aria-controls="header-panel"
          onClick={() => setOpen(!open)}
        >
          <Icon name={open ? 'close' : 'menu'} />
          {say(words.menu)}
        </button>
        <div id="header-panel" className={open ? 'header-panel header-panel-open' : 'header-panel'}>
          <Navigation place={place} />
          <div className="header-side">
            <InboxLink />
            <LanguageSwitch />
            <Account />
          </div>
        </div>
      </div>
    </header>
  );
}
