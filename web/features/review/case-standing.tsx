import type { CaseDto } from '../../../shared/api/dto/case.ts';
import { StatusBadge } from '../../components/case/badges.tsx';
import { PromiseMeter } from '../../components/case/promise-meter.tsx';
import { useFormat } from '../../lib/i18n/use-format.ts';
import { useText } from '../../lib/i18n/use-text.ts';
import { useCounty } from '../../lib/use-county.ts';
import { words } from './words.ts';

/** Where the case stands, who has it, and how much of the promise is used. */
export function CaseStanding({ data }: { readonly data: CaseDto }) {
  const say = useText();
  const format = useFormat();
  const { officeName } = useCounty();
  const { status, stage, office, officer, submittedAt, revision, promise } = data;
  return (
    <div className="case-standing">
      <p>
        <StatusBadge status={status} /> {stage && <strong>{say(stage.title)}</strong>}
      </p>
      <p className="small">
        {[
          office && say(words.atOffice, { office: say(officeName(office)) }),
          officer
            ? say(words.officer, { name: officer.name })
            : status === 'under-review' && say(words.unclaimed),
          submittedAt && say(words.submitted, { at: format.instant(submittedAt) }),
          say(words.revision, { n: revision }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {promise && <PromiseMeter promise={promise} />}
    </div>
  );
}
