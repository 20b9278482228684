import { LinkButton } from '../../components/button/link-button.tsx';
import { Page } from '../../components/page/page.tsx';
import { useText } from '../../lib/i18n/use-text.ts';
import { words } from './words.ts';

/** For an enterprise one may not act for, or that is not here; which of the two is not said. */
export function NotMine() {
  const say = useText();
  return (
    <Page title={say(words.notMine)} intro={say(words.notMineHint)} width="reading">
      <LinkButton to="/enterprises">{say(words.title)}</LinkButton>
    </Page>
  );
}
