import type { AwardDto } from '../../../shared/api/dto/award.ts';
import { useFormat } from '../../lib/i18n/use-format.ts';
import { useText } from '../../lib/i18n/use-text.ts';
import { words } from './words.ts';

const tones = {
  prepared: 'open',
  approved: 'open',
  paid: 'good',
  failed: 'bad',
  'sent-back': 'bad',
  cancelled: 'quiet',
} as const;

/** What was approved, paid and is still to come, and every payment with what became of it. */
export function MoneyPart({ award }: { readonly award: AwardDto }) {
  const say = useText();
  const format = useFormat();
  const { amount, paid, unpaid, released, recovered, writtenOff, payee, payments } = award;
  const sums = [
    [words.approved, amount],
    [words.paid, paid],
    [words.unpaid, unpaid],
    ...(released > 0 ? [[words.released, released] as const] : []),
    ...(recovered > 0 ? [[words.recovered, recovered] as const] : []),
    ...(writtenOff > 0 ? [[words.writtenOff, writtenOff] as const] : []),
  ] as const;
  return (
    <section className="sheet stack" aria-labelledby="award-money">
      <h2 id="award-money">{say(words.money)}</h2>
      <dl className="award-sums numbers">
        {sums.map(([label, value]) => (
          <div key={label.en}>
            <dt>{say(label)}</dt>
            <dd>{format.money(value)}</dd>
          </div>
        ))}
      </dl>
      {payee && (
        <p className="small">
          {say(words.payee)}：<span lang="zh-CN">{payee.name}</span> · <span lang="zh-CN">{payee.bank}</span>{' '}
          · <span className="numbers">{payee.account}</span>
        </p>
      )}
      <h3>{say(words.payments)}</h3>
      {payments.length === 0 && <p className="soft">{say(words.noPayments)}</p>}
      <ol className="award-list">
        {payments.map(({ part, amount: sum, outcome, voucher, paidOn, sentBack, reason }) => (
          <li key={part}>
            <span>
              {say(words.part, { n: part })} <strong className="numbers">{format.money(sum)}</strong>
            </span>{' '}
            <span className={`badge badge-${tones[outcome]}`}>{say(words.outcomes[outcome])}</span>
            <span className="small soft award-line">
              {[
                paidOn && say(words.paidOn, { date: format.date(paidOn) }),
                voucher && say(words.voucher, { n: voucher }),
                sentBack && say(words.sentBackOn, { date: format.date(sentBack.on), n: sentBack.voucher }),
                reason,
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
