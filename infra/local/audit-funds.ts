import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { auditOf } from '../../functions/funds/audit.ts';
import { readFundsOf } from '../../functions/persistence/fund.ts';
import type { Tables } from '../../functions/persistence/tables.ts';
import { yearOf } from '../../shared/calendar/date.ts';
import { dateInShanghai } from '../../shared/calendar/instant.ts';
import { formatMoney } from '../../shared/language/format.ts';
import { openData } from './open-data.ts';
import { StartProblem } from './start-problem.ts';

const usage = `用法 Usage: npm run audit-funds -- [--data .local] [--year 2026]`;

/** What scripts go by: 0 the books are right, 1 they are not, 2 it could not be tried. */
const exit = { sound: 0, unsound: 1, untried: 2 } as const;

function readArguments() {
  try {
    const { values } = parseArgs({
      options: { data: { type: 'string', default: '.local' }, year: { type: 'string' } },
    });
    return values.year === undefined || /^20\d\d$/.test(values.year) ? values : undefined;
  } catch {
    return undefined;
  }
}

/** The first year for which a fund can have been opened. */
const firstYear = 2016;

/** Audits one fund and says what was found. */
async function auditFund(tables: Tables, fund: string, allocated: number): Promise<boolean> {
  const audited = await auditOf(tables, fund);
  const faults = audited?.faults ?? [];
  const zh = formatMoney(allocated, 'zh');
  console.log(
    `${faults.length === 0 ? '✓' : '✗'} ${fund}  ${zh}  流水 movements ${audited?.movements ?? 0}  案件 cases ${audited?.cases ?? 0}`,
  );
  for (const { message } of faults) console.log(`    ${message.zh}\n    ${message.en}`);
  return faults.length === 0;
}

/**
 * Audits the funds in a data folder whose system is not running: every balance against its movements, every
 * movement against the event in the journal that caused it.
 */
async function run(): Promise<number> {
  const given = readArguments();
  if (given === undefined) {
    console.error(usage);
    return exit.untried;
  }
  const { system, close } = await openData(resolve(import.meta.dirname, '../..', given.data));
  try {
    const { tables, now } = system;
    // A fund can be opened for the year to come.
    const last = yearOf(dateInShanghai(now())) + 1;
    const years =
      given.year === undefined
        ? Array.from({ length: last - firstYear + 1 }, (_, index) => firstYear + index)
        : [Number(given.year)];
    let sound = true;
    for (const year of years) {
      for (const { fund, allocated } of await readFundsOf(tables, year)) {
        if (!(await auditFund(tables, fund, allocated))) sound = false;
      }
    }
    console.log(sound ? '资金账目相符。 The books are right.' : '资金账目不符。 The books are not right.');
    return sound ? exit.sound : exit.unsound;
  } finally {
    await close();
  }
}

process.exitCode = await run().catch((error: unknown) => {
  if (!(error instanceof StartProblem)) throw error;
  console.error(`${error.text.zh}\n${error.text.en}`);
  return exit.untried;
});
