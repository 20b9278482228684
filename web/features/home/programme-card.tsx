import { Link } from 'wouter';
import type { OutputOf } from '../../../shared/api/client.ts';
import { LinkButton } from '../../components/button/link-button.tsx';
import { Icon } from '../../components/icon.tsx';
import { useText } from '../../lib/i18n/use-text.ts';
import { useCounty } from '../../lib/use-county.ts';
import { words } from './words.ts';

type Card = OutputOf<'listProgrammes'>['items'][number];

export function ProgrammeCard({ card }: { readonly card: Card }) {
  const say = useText();
  const { townName } = useCounty();
  const towns = card.towns?.map((code) => say(townName(code))).join(say({ zh: '、', en: ', ' }));
  return (
    <li className="home-card">
      <h3>
        <Link href={`/programmes/${card.id}`}>{say(card.title)}</Link>
      </h3>
      <p>{say(card.summary)}</p>
      <p className="home-card-gain">{say(card.whatYouGet)}</p>
      <ul className="home-card-facts small">
        <li>
          <Icon name="clock" />
          {say(words.promised, { n: card.promisedDays })}
        </li>
        {towns && (
          <li>
            <Icon name="info" />
            {say(words.onlyTowns, { towns })}
          </li>
        )}
      </ul>
      <div className="row home-card-actions">
        <LinkButton to={`/apply/${card.id}`} kind="primary">
          {say(words.apply)}
          <span className="only-heard">{say(card.title)}</span>
        </LinkButton>
        <LinkButton to={`/programmes/${card.id}`}>
          {say(words.guide)}
          <span className="only-heard">{say(card.title)}</span>
        </LinkButton>
      </div>
    </li>
  );
}
