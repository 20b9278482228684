import type { AwardDto } from '../../../shared/api/dto/award.ts';
import type { Programme } from '../../../shared/programmes/programme.ts';
import { Button } from '../../components/button/button.tsx';
import { Notice } from '../../components/feedback/notice.tsx';
import { ProblemNotice } from '../../components/feedback/problem-notice.tsx';
import { useText } from '../../lib/i18n/use-text.ts';
import { ActForm } from './act-form.tsx';
import { actNames } from './act-names.ts';
import { useAwardDesk } from './use-award-desk.ts';
import { words } from './words.ts';

type AwardDeskProps = { readonly award: AwardDto; readonly programme: Programme };

/** What can be done about the award now, and the form of what is being done. */
export function AwardDesk({ award, programme }: AwardDeskProps) {
  const say = useText();
  const desk = useAwardDesk(award);
  const { open, possible } = desk;
  return (
    <section className="desk sheet stack" aria-labelledby="award-desk-title">
      <h2 id="award-desk-title">{say(words.handle)}</h2>
      {desk.stale && <Notice tone="attention" title={say(words.stale)} urgent />}
      {desk.error !== null && <ProblemNotice error={desk.error} />}
      {possible.length === 0 && <p>{say(words.nothingToDo)}</p>}
      <div className="row">
        {possible.map((act, index) => (
          <Button
            key={act}
            kind={index === 0 && !open && act !== 'record-sent-back' ? 'primary' : 'plain'}
            aria-expanded={open === act}
            onClick={() => desk.choose(open === act ? undefined : act)}
          >
            {say(actNames[act])}
          </Button>
        ))}
      </div>
      {open && (
        <div className="stack" key={open}>
          <h3>{say(actNames[open])}</h3>
          <ActForm act={open} award={award} programme={programme} desk={desk} />
        </div>
      )}
    </section>
  );
}
