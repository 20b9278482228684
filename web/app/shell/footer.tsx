import './footer.css';
import { useText } from '../../lib/i18n/use-text.ts';
import { words } from './words.ts';

export function Footer() {
  const say = useText();
  return (
    <footer className="footer not-printed">
      <div className="footer-inner">
        <p>{say(words.footerHost)}</p>
        <p>{say(words.footerHelp)}</p>
        <p>{say(words.footerTime)}</p>
        <p>
          <a href="/api/docs">{say(words.footerApi)}</a>
        </p>
      </div>
    </footer>
  );
}
