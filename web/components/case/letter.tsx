import './letter.css';
import type { LetterDto } from '../../../shared/api/dto/case.ts';
import { dateInShanghai } from '../../../shared/calendar/instant.ts';
import { text } from '../../../shared/language/text.ts';
import { useFormat } from '../../lib/i18n/use-format.ts';
import { useText } from '../../lib/i18n/use-text.ts';
import { useCounty } from '../../lib/use-county.ts';
import { letterWords } from './status-words.ts';

const words = {
  to: text('{name}：', 'To {name}:'),
  number: text('编号：{id}', 'No. {id}'),
  bases: text('依据', 'Legal basis'),
  remedies: text('不服决定怎么办', 'If you disagree'),
  made: text(
    '本文书由平利县社区工厂扶持申报平台生成。申请人登录平台，在申请页面可以查看原文。',
    'Issued by the Pingli County Community Factory Support portal. The applicant may read the original there, on the page of the application.',
  ),
};

type LetterProps = {
  readonly caseId: string;
  readonly enterpriseName: string;
  readonly letter: LetterDto;
};

/** A letter as an office sends it: made for A4 paper, and readable on a phone. */
export function Letter({ caseId, enterpriseName, letter }: LetterProps) {
  const say = useText();
  const format = useFormat();
  const { officeName } = useCounty();
  return (
    <article className="letter">
      <header className="letter-head">
        <p className="letter-office">{say(officeName(letter.office))}</p>
        <h2 className="letter-title">{say(letterWords[letter.kind])}</h2>
        <p className="letter-number numbers">{say(words.number, { id: `${caseId}-${letter.seq}` })}</p>
      </header>
      <p>{say(words.to, { name: enterpriseName })}</p>
      {letter.paragraphs.map((paragraph) => (
        <p key={paragraph.zh} className="letter-paragraph">
          {say(paragraph)}
        </p>
      ))}
      {letter.legalBases.length > 0 && (
        <section>
          <h3>{say(words.bases)}</h3>
          <ul>
            {letter.legalBases.map(({ title, clause }) => (
              <li key={title.zh + clause.zh}>
                {say(title)} {say(clause)}
              </li>
            ))}
          </ul>
        </section>
      )}
      {letter.remedies.length > 0 && (
        <section>
          <h3>{say(words.remedies)}</h3>
          <ol>
            {letter.remedies.map((remedy) => (
              <li key={remedy.zh}>{say(remedy)}</li>
            ))}
          </ol>
        </section>
      )}
      <footer className="letter-foot">
        <p className="letter-sign">
          {say(officeName(letter.office))}
          <br />
          {format.date(dateInShanghai(letter.at))}
        </p>
        <p className="letter-made small">{say(words.made)}</p>
      </footer>
    </article>
  );
}
