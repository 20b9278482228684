/**
 * `npm run bench`: how fast the system is and what it costs, measured here and now, beside what would be possible.
 * A table for people; `--json` for machines; `--quick` stays under a minute on a quiet machine and leaves out the
 * largest histories; `--only lifecycle,ledger` measures just these.
 */
import { parseArgs } from 'node:util';
import { measureColdStarts } from './cold-start.ts';
import { type Figures, type Part, parts } from './figures.ts';
import { benchHistory } from './history.ts';
import { ofHistory } from './history-ratios.ts';
import { measureLedger } from './ledger-speed.ts';
import { measureLifecycles } from './lifecycle.ts';
import { measurePortal } from './portal-bytes.ts';
import { said } from './said.ts';
import { benchCounty, measureOwnTime, measureUnits } from './units-and-own-time.ts';

const { values: asked } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    quick: { type: 'boolean', default: false },
    only: { type: 'string', default: parts.join() },
  },
});

const wanted = asked.only.split(',');
const unknown = wanted.filter((name) => !parts.some((part) => part === name));
if (unknown.length > 0) {
  console.error(`unknown: ${unknown.join(', ')}; there are ${parts.join(', ')}`);
  process.exit(2);
}
const isWanted = (part: Part): boolean => wanted.includes(part);

const say = (line: string): void => {
  if (!asked.json) console.error(`  ${line}`);
};

/** How much of everything. */
const amounts = asked.quick
  ? {
      msEach: 1500,
      ownLives: 30,
      sizes: [1000, 10_000],
      rounds: 2,
      paints: { rounds: 1, pages: 1 },
      seal: 4000,
      verify: 5000,
    }
  : {
      msEach: 10_000,
      ownLives: 200,
      sizes: [1000, 10_000, 100_000, 1_000_000],
      rounds: 11,
      paints: { rounds: 3, pages: 5 },
      seal: 50_000,
      verify: 1_000_000,
    };

const figures: Figures = {};
if (isWanted('lifecycle')) {
  say('units and own time');
  const county = await benchCounty();
  const { units, tape } = await measureUnits(county);
  figures.units = units;
  figures.ownTime = await measureOwnTime(county, amounts.ownLives);
  await county.stop();
  say('lives');
  figures.lifecycle = await measureLifecycles(tape, [1, 8, 32], amounts.msEach, say);
}
if (isWanted('history')) {
  say('histories');
  figures.history = ofHistory(await benchHistory(amounts.sizes, { onProgress: say }));
}
if (isWanted('coldStart')) {
  say('cold starts');
  figures.coldStart = await measureColdStarts(amounts.rounds);
}
if (isWanted('ledger')) {
  say('ledger');
  figures.ledger = await measureLedger(amounts.seal, amounts.verify);
}
if (isWanted('portal')) {
  say('portal');
  figures.portal = await measurePortal(amounts.paints);
}
console.log(asked.json ? JSON.stringify(figures, undefined, 2) : said(figures));
