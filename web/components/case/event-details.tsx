import { isObject } from '../../../shared/forms/value-shape.ts';
import { type Text, text } from '../../../shared/language/text.ts';
import { useFormat } from '../../lib/i18n/use-format.ts';
import { useText } from '../../lib/i18n/use-text.ts';

const words = {
  silent: text('五个工作日内未答复，视为受理', 'No answer in time, so it counts as accepted'),
  support: text('意见：支持', 'Opinion: support'),
  oppose: text('意见：不支持', 'Opinion: oppose'),
  amount: text('金额 {amount}', 'Amount {amount}'),
  due: text('期限 {date}', 'By {date}'),
  time: text('用时 {used} 个工作日，承诺 {promised} 个', '{used} working days of {promised} promised'),
  agrees: text('现场与申请一致', 'The site matches the application'),
  differs: text('现场与申请不一致', 'The site does not match the application'),
  visitedOn: text('核查日期 {date}', 'Visited on {date}'),
  items: text('{n} 处需要补正', '{n} things to mend'),
};

/** Members of events that are people's own words. */
const said = [
  'reason',
  'basis',
  'note',
  'facts',
  'findings',
  'deviationReason',
  'secondReturnReason',
  'grounds',
  'comment',
];

type EventDetailsProps = { readonly data: Readonly<Record<string, unknown>> };

/** What an event says beyond its name: words, amounts, dates, time kept. */
export function EventDetails({ data }: EventDetailsProps) {
  const say = useText();
  const format = useFormat();
  const facts: string[] = [];
  const add = (sentence: Text, values?: Readonly<Record<string, string | number>>) =>
    facts.push(say(sentence, values));
  if (data.silent === true) add(words.silent);
  if (data.opinion === 'support') add(words.support);
  if (data.opinion === 'oppose') add(words.oppose);
  if (typeof data.visitedOn === 'string') add(words.visitedOn, { date: format.date(data.visitedOn) });
  if (typeof data.agreesWithApplication === 'boolean')
    add(data.agreesWithApplication ? words.agrees : words.differs);
  const amount = isObject(data.grant) ? data.grant.amount : data.amount;
  if (typeof amount === 'number') add(words.amount, { amount: format.moneyWithWan(amount) });
  if (Array.isArray(data.items)) add(words.items, { n: data.items.length });
  if (typeof data.due === 'string') add(words.due, { date: format.date(data.due) });
  if (isObject(data.time) && typeof data.time.used === 'number' && typeof data.time.promised === 'number') {
    add(words.time, { used: data.time.used, promised: data.time.promised });
  }
  const quotes = said.flatMap((name) => {
    const value = data[name];
    return typeof value === 'string' && value !== '' ? [{ name, value }] : [];
  });
  return (
    <>
      {facts.length > 0 && <p className="small numbers">{facts.join(' · ')}</p>}
      {quotes.map(({ name, value }) => (
        <p key={name} lang="zh-CN">
          {value}
        </p>
      ))}
    </>
  );
}
