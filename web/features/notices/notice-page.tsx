import { Link, useParams } from 'wouter';
import type { NoticeDto } from '../../../shared/api/routes/notices.ts';
import { fieldsOf } from '../../../shared/forms/field.ts';
import { AnswerList } from '../../components/answers/answer-list.tsx';
import { LinkButton } from '../../components/button/link-button.tsx';
import { type Fact, Facts } from '../../components/facts/facts.tsx';
import { Loaded } from '../../components/feedback/loaded.tsx';
import { Notice } from '../../components/feedback/notice.tsx';
import { Skeleton } from '../../components/feedback/skeleton.tsx';
import { Page } from '../../components/page/page.tsx';
import { useFormat } from '../../lib/i18n/use-format.ts';
import { useText } from '../../lib/i18n/use-text.ts';
import { useCounty } from '../../lib/use-county.ts';
import { useNotice } from '../../lib/use-notice.ts';
import { useProgramme } from '../../lib/use-programme.ts';
import { useBenefit } from './use-benefit.ts';
import { words } from './words.ts';

export function NoticePage() {
  const { caseId = '' } = useParams<{ caseId: string }>();
  const notice = useNotice(caseId);
  return <Loaded query={notice}>{(data) => <OneNotice notice={data} />}</Loaded>;
}

type NoticeProps = { readonly notice: NoticeDto };

function OneNotice({ notice }: NoticeProps) {
  const say = useText();
  const format = useFormat();
  const { officeName, townName } = useCounty();
  const benefit = useBenefit();
  const { caseId, enterpriseName, programme, opensOn, closesOn, office, premises } = notice;
  const facts: readonly Fact[] = [
    [words.whatFor, say(programme.title)],
    [words.amount, benefit(notice)],
    [words.period, say(words.span, { from: format.date(opensOn), to: format.date(closesOn) })],
    [words.office, say(officeName(office))],
    [words.number, <span key="number">{caseId}</span>],
  ];
  return (
    <Page
      title={enterpriseName}
      eyebrow={say(townName(notice.town))}
      intro={say(words.until, { date: format.date(closesOn) })}
      back={{ to: '/notices', label: say(words.title) }}
      width="reading"
      actions={
        <LinkButton to={`/notices/${caseId}/object`} kind="primary">
          {say(words.object)}
        </LinkButton>
      }
    >
      <div className="stack-loose">
        <section className="sheet">
          <Facts facts={facts} />
        </section>
        {premises && <Premises premises={premises} />}
        <Stated notice={notice} />
        <Notice title={say(words.howTitle)}>
          <ul>
            {words.how.map((sentence) => (
              <li key={sentence.en}>{say(sentence)}</li>
            ))}
          </ul>
        </Notice>
      </div>
    </Page>
  );
}

/** What the form marks for the public. */
function Stated({ notice: { caseId, programme, answers } }: NoticeProps) {
  const say = useText();
  const published = useProgramme(programme.id, programme.version);
  return (
    <section className="sheet stack">
      <h2>{say(words.stated)}</h2>
      <Loaded query={published} waiting={<Skeleton lines={3} />}>
        {({ programme: { form } }) => (
          <AnswerList
            caseId={caseId}
            fields={fieldsOf(form).filter(({ id }) => answers[id] !== undefined)}
            answers={answers}
            documents={[]}
          />
        )}
      </Loaded>
    </section>
  );
}

function Premises({ premises }: { readonly premises: NonNullable<NoticeDto['premises']> }) {
  const say = useText();
  const format = useFormat();
  const { unit, area, from, to, months } = premises;
  const facts: readonly Fact[] = [
    [
      words.number,
      <Link key="unit" href={`/premises/${unit}`}>
        {unit}
      </Link>,
    ],
    [words.area, format.area(area)],
    [words.lease, say(words.months, { from: format.date(from), to: format.date(to), n: months })],
  ];
  return (
    <section className="sheet stack">
      <h2>{say(words.premises)}</h2>
      <Facts facts={facts} />
    </section>
  );
}
