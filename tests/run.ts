/**
 * `npm test`: types, lint with the import law, unused code, the portal's build, then every test. Prints what
 * failed and why, what was skipped and why, and ends with a line `N passed, N failed, N skipped`.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';

const ReportSchema = z.object({
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  numPendingTests: z.int(),
  numTodoTests: z.int().default(0),
  numFailedTestSuites: z.int(),
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      startTime: z.number(),
      endTime: z.number(),
      assertionResults: z.array(z.object({ status: z.string(), fullName: z.string() })),
    }),
  ),
});

const root = new URL('..', import.meta.url).pathname;
const bin = join(root, 'node_modules/.bin');
const started = Date.now();
let passed = 0;
let failed = 0;
let skipped = 0;

function step(title: string, command: string, args: readonly string[]): boolean {
  const from = Date.now();
  const run = spawnSync(join(bin, command), [...args], { cwd: root, stdio: 'inherit' });
  const ok = run.status === 0;
  console.log(`${ok ? 'ok  ' : 'FAIL'}  ${title} (${((Date.now() - from) / 1000).toFixed(1)} s)`);
  if (ok) passed += 1;
  else failed += 1;
  return ok;
}

step('types', 'tsc', ['-p', '.']);
step('lint, import law and format', 'biome', ['check', '--error-on-warnings', '.']);
step('unused code', 'knip', []);
step('build of portal and functions', 'node', ['infra/build.ts']);

const folder = mkdtempSync(join(tmpdir(), 'tests-'));
const file = join(folder, 'report.json');
spawnSync(
  join(bin, 'vitest'),
  ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`],
  {
    cwd: root,
    stdio: 'inherit',
  },
);
try {
  const report = ReportSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  passed += report.numPassedTests;
  // A file that could not even be loaded has no failed test, yet it failed.
  const broken = report.testResults.filter(
    (result) =>
      result.status === 'failed' && result.assertionResults.every((test) => test.status !== 'failed'),
  );
  failed += report.numFailedTests + broken.length;
  skipped += report.numPendingTests + report.numTodoTests;
  const slowest = report.testResults
    .map((result) => ({
      name: result.name.replace(root, ''),
      seconds: (result.endTime - result.startTime) / 1000,
    }))
    .sort((a, b) => b.seconds - a.seconds)
    .slice(0, 5);
  console.log(
    '\nLongest files:',
    slowest.map((one) => `${one.name} ${one.seconds.toFixed(0)} s`).join(' · '),
  );
  for (const result of report.testResults) {
    for (const test of result.assertionResults) {
      if (test.status === 'pending' || test.status === 'skipped') console.log(`skipped: ${test.fullName}`);
    }
  }
  for (const result of broken) console.log(`could not run: ${result.name.replace(root, '')}`);
} catch {
  console.log('The test runner left no report.');
  failed += 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

console.log(`\nTook ${((Date.now() - started) / 1000).toFixed(0)} s.`);
console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);
