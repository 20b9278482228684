import { LinkButton } from '../../components/button/link-button.tsx';
import { Page } from '../../components/page/page.tsx';
import { useText } from '../../lib/i18n/use-text.ts';
import { words } from './words.ts';

export function NotFoundPage() {
  const say = useText();
  return (
    <Page title={say(words.notFound)} intro={say(words.notFoundHint)} width="reading">
      <LinkButton to="/">{say(words.toHome)}</LinkButton>
    </Page>
  );
}
