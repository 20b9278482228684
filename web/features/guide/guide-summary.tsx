import type { Programme } from '../../../shared/programmes/programme.ts';
import { LinkButton } from '../../components/button/link-button.tsx';
import { useText } from '../../lib/i18n/use-text.ts';
import { useCounty } from '../../lib/use-county.ts';
import { words } from './words.ts';

const promisedDays = (programme: Programme): number =>
  programme.stages.reduce((sum, stage) => sum + stage.workingDays, 0);

/** What most people came for, beside the text: time, fee, where, and the way to apply. */
export function GuideSummary({ programme }: { readonly programme: Programme }) {
  const say = useText();
  const { townName } = useCounty();
  const { fee, window: office } = programme.guide;
  return (
    <aside className="guide-summary sheet" aria-label={say(words.atGlance)}>
      <dl className="guide-facts">
        <div>
          <dt>{say(words.total)}</dt>
          <dd className="guide-days numbers">{say(words.totalValue, { n: promisedDays(programme) })}</dd>
        </div>
        <div>
          <dt>{say(words.fee)}</dt>
          <dd>{say(fee)}</dd>
        </div>
        {programme.towns && (
          <div>
            <dt>{say(words.onlyTowns)}</dt>
            <dd>{programme.towns.map((code) => say(townName(code))).join(say({ zh: '、', en: ', ' }))}</dd>
          </div>
        )}
        <div>
          <dt>{say(words.window)}</dt>
          <dd>{say(office.office)}</dd>
        </div>
        <div>
          <dt>{say(words.address)}</dt>
          <dd>{say(office.address)}</dd>
        </div>
        <div>
          <dt>{say(words.phone)}</dt>
          <dd>
            <a href={`tel:${office.phone}`}>{office.phone}</a>
          </dd>
        </div>
        <div>
          <dt>{say(words.hours)}</dt>
          <dd>{say(office.hours)}</dd>
        </div>
      </dl>
      <LinkButton to={`/apply/${programme.id}`} kind="primary">
        {say(words.apply)}
      </LinkButton>
    </aside>
  );
}
