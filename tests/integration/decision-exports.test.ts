import { createHash, randomUUID } from 'node:crypto';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { continueExport } from '../../functions/exports/continue-export.ts';
import { closeJob, enterJob, openJobs, partsSoFar } from '../../functions/exports/export-job.ts';
import { runExporter } from '../../functions/exports/run-exporter.ts';
import { ledgerStore } from '../../functions/ledger/ledger-store.ts';
import { readChain } from '../../functions/persistence/journal.ts';
import { accessChain } from '../../functions/persistence/keys.ts';
import { refuse } from '../../shared/api/errors.ts';
import type { ExportDto, ExportWanted } from '../../shared/api/routes/exports.ts';
import { type AuditedCounty, decideCase, startAuditedCounty, verified } from '../support/audited-county.ts';
import { type Caller, person } from '../support/in-process.ts';
import { codeOf } from '../support/refusal.ts';

let county: AuditedCounty;
let auditor: Caller;
beforeAll(async () => {
  county = await startAuditedCounty();
  auditor = county.as(person('auditor'));
});
afterAll(() => county.stop());

/** A period, as people ask; without one the search walks through all years. */
const wanted = (over: Partial<ExportWanted> = {}) => ({
  commandId: randomUUID(),
  kind: 'rows' as const,
  format: 'csv' as const,
  language: 'zh' as const,
  ...over,
  query: { from: '2026-11-01', ...over.query },
});
const download = async (url: string) => Buffer.from(await (await fetch(url)).arrayBuffer());
const only = async ({ status, files }: ExportDto) => {
  expect([status, files.length]).toEqual(['done', 1]);
  const bytes = await download(files[0]!.url);
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(files[0]!.sha256);
  expect(bytes.length).toBe(files[0]!.size);
  return bytes;
};

describe('an export of rows', () => {
  test('as CSV opens in a spreadsheet: byte order mark, Chinese headings, a line per decision', async () => {
    const done = await auditor('startExport', { body: wanted() });
    const text = (await only(done)).toString('utf8');
    const lines = text.split('\r\n');
    expect(text.startsWith('\ufeff案件编号,')).toBe(true);
    expect(lines).toHaveLength(done.rows + 2);
    expect(done.rows).toBe((await auditor('listDecisions', { query: { from: '2026-11-01' } })).items.length);
    expect(text).toContain(',100000,100000,');
  });

  test('as XLSX is a workbook with the same rows', async () => {
    const done = await auditor('startExport', { body: wanted({ format: 'xlsx' }) });
    const files = unzipSync(new Uint8Array(await only(done)));
    const sheet = new TextDecoder().decode(files['xl/worksheets/sheet1.xml']);
    expect(sheet.match(/<row /g)).toHaveLength(done.rows + 1);
    expect(sheet).not.toContain('<f>');
  });

  test('as NDJSON is what the search answers, without the names looked up for its page', async () => {
    const done = await auditor('startExport', { body: wanted({ format: 'ndjson' }) });
    const rows = (await only(done))
      .toString('utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    const { items } = await auditor('listDecisions', { query: { from: '2026-11-01' } });
    expect(rows).toEqual(items.map(({ officerName, ...row }) => row));
  });

  test('keeps to the filters', async () => {
    const done = await auditor('startExport', { body: wanted({ query: { outcome: 'recommended' } }) });
    expect(done.rows).toBe(1);
    expect((await auditor('startExport', { body: wanted({ query: { town: '610926102' } }) })).rows).toBe(0);
  });

  test('comes with a manifest: what was asked, by whom, rows and digests', async () => {
    const done = await auditor('startExport', { body: wanted({ query: { outcome: 'approved' } }) });
    const manifest = JSON.parse((await download(done.manifest!.url)).toString('utf8'));
    expect(manifest).toMatchObject({
      kind: 'rows',
      query: { from: '2026-11-01', outcome: 'approved' },
      requestedBy: 'auditor',
      rows: done.rows,
      files: [{ rows: done.rows, sha256: done.files[0]!.sha256 }],
    });
  });
});

describe('an export of proofs', () => {
  test('of a period proves that nothing is missing', async () => {
    const done = await auditor('startExport', {
      body: wanted({ kind: 'period-proof' }),
    });
    const report = await verified((await only(done)).toString('utf8'), county.keys);
    expect(report).toMatchObject({ ok: true, checked: done.rows });
    expect(report.notes.map(({ en }) => en).join()).toContain('none is missing between them');
  });

  test('by filter proves each row, and says that it proves no more', async () => {
    const done = await auditor('startExport', {
      body: wanted({ kind: 'filtered-proof', query: { outcome: 'approved' } }),
    });
    const report = await verified((await only(done)).toString('utf8'), county.keys);
    expect(report).toMatchObject({ ok: true, checked: 1 });
    expect(report.notes.map(({ en }) => en).join()).toContain('cannot prove that nothing was left out');
  });

  test('leaves out what is not sealed yet, and says how much', async () => {
    const before = await auditor('startExport', { body: wanted({ kind: 'filtered-proof' }) });
    county.clock.now = '2026-11-23T03:00:00.000Z';
    // The same invoices cannot be paid twice, so this one does not come to its end; that is far enough.
    await decideCase(county, 'applicant-electronics').catch(() => undefined);
    const after = await auditor('startExport', { body: wanted({ kind: 'filtered-proof' }) });
    const made =
      (await auditor('listDecisions', { query: { from: '2026-11-01' } })).items.length - before.rows;
    expect(after).toMatchObject({ rows: before.rows, unsealed: made });
    await county.seal();
  });

  test('of dossiers holds each case once, ready for a replay', async () => {
    const done = await auditor('startExport', {
      body: wanted({ kind: 'dossiers', query: { outcome: 'approved' } }),
    });
    const text = (await only(done)).toString('utf8');
    expect(await verified(text, county.keys)).toMatchObject({ ok: true });
    expect(text.split('\n')).toHaveLength(done.rows + 3);
  });
});

describe('an export is', () => {
  test('recorded before anything is taken out', async () => {
    const body = wanted({ query: { officer: 'county-leader' } });
    await auditor('startExport', { body });
    const record = (await readChain(county.tables, accessChain('exports'))).at(-1);
    expect(record).toMatchObject({
      type: 'decisions-exported',
      actor: { id: 'auditor' },
      data: { export: body.commandId, kind: 'rows', query: body.query },
    });
  });

  test('the same when it is asked for again', async () => {
    const body = wanted();
    const [first, second] = [await auditor('startExport', { body }), await auditor('startExport', { body })];
    expect(second.files.map(({ sha256 }) => sha256)).toEqual(first.files.map(({ sha256 }) => sha256));
  });

  test('found again by whoever asked for it, and by nobody else', async () => {
    const body = wanted();
    await auditor('startExport', { body });
    const params = { exportId: body.commandId };
    expect((await auditor('listExports')).items.map(({ id }) => id)).toContain(body.commandId);
    expect((await auditor('getExport', { params })).status).toBe('done');
    const other = county.as({ ...person('auditor'), id: 'another-auditor' });
    expect(await codeOf(other('getExport', { params }))).toBe('not-found');
    expect((await other('listExports')).items).toEqual([]);
  });
});

describe('a long export', () => {
  const job = (id: string) => ({
    id,
    kind: 'rows' as const,
    format: 'ndjson' as const,
    language: 'zh' as const,
    query: { from: '2026-11-01' },
    requestedAt: '2026-11-23T04:00:00.000Z',
    requestedBy: 'auditor',
    log: { size: 0 },
  });
  const row = async () => (await auditor('listDecisions', { query: { from: '2026-11-01' } })).items[0]!;

  test('goes on part by part, over runs that are cut off, and loses nothing', async () => {
    const sample = await row();
    const pages = 30;
    let asked = 0;
    let over = false;
    const system = {
      ...county.exporter,
      // 2,500 rows a page, so that a part is twenty pages.
      decisions: async (_: unknown, cursor: string | undefined) => {
        asked += 1;
        if (asked === 10 || asked === 32) over = true;
        const at = Number(cursor ?? 0);
        const items = Array.from({ length: 2_500 }, (_row, index) => ({
          ...sample,
          seq: at * 2_500 + index + 1,
        }));
        return { ok: true as const, value: { items, ...(at + 1 < pages && { next: String(at + 1) }) } };
      },
    };
    const id = randomUUID();
    await enterJob(system.exports, job(id));
    let runs = 0;
    while ((await openJobs(system.exports)).length > 0 && runs < 10) {
      over = false;
      runs += 1;
      await runExporter(system, () => over);
    }
    expect(runs).toBe(3);
    const done = await auditor('getExport', { params: { exportId: id } });
    expect(done).toMatchObject({ status: 'done', rows: 75_000 });
    expect(done.files.map(({ rows }) => rows)).toEqual([50_000, 25_000]);
    const seqs = (await Promise.all(done.files.map(({ url }) => download(url)))).flatMap((bytes) =>
      bytes
        .toString('utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line).seq as number),
    );
    expect(seqs).toEqual(Array.from({ length: 75_000 }, (_row, index) => index + 1));
  });

  test('that cannot go on holds up no other; it ends when its search can never go on', async () => {
    const [broken, ended, fine] = [randomUUID(), randomUUID(), randomUUID()];
    const system = {
      ...county.exporter,
      decisions: async (query: ExportWanted['query'], cursor: string | undefined) => {
        if (query.town === 'broken') throw new Error('the store has an accident');
        if (query.town === 'ended') return refuse('invalid-cursor');
        return county.exporter.decisions(query, cursor);
      },
    };
    const { exports } = system;
    await enterJob(exports, { ...job(broken), query: { town: 'broken' } });
    await enterJob(exports, { ...job(ended), query: { town: 'ended' } });
    await enterJob(exports, { ...job(fine), requestedAt: '2026-11-23T05:00:00.000Z' });
    await expect(runExporter(system, () => false)).rejects.toThrow('1 exports could not go on');
    const states = await Promise.all(
      [broken, ended, fine].map(async (exportId) => {
        const { status, failure } = await auditor('getExport', { params: { exportId } });
        return [status, failure];
      }),
    );
    expect(states).toEqual([
      ['running', undefined],
      ['failed', 'invalid-cursor'],
      ['done', undefined],
    ]);
    expect((await openJobs(exports)).map(({ id }) => id)).toEqual([broken]);
    await closeJob(exports, { ...job(broken) });
  });

  test('of more parts than one listing holds is listed whole', async () => {
    const inTwos = ledgerStore(county.objectsClient, 'exports', 2);
    const paths = [1, 2, 3, 4, 5].map((part) => `parts/many/00000${part}`);
    for (const path of paths) await inTwos.create(path, new Uint8Array([1]));
    expect(await inTwos.list('parts/many/')).toEqual(paths);
    expect(await inTwos.first('parts/many/')).toBe(paths[0]);
  });

  test('worked on by two at once has every part once', async () => {
    const id = randomUUID();
    const entered = await enterJob(county.exporter.exports, job(id));
    await Promise.all([1, 2, 3].map(() => continueExport(county.exporter, entered, () => false)));
    expect(await partsSoFar(county.exporter.exports, id)).toHaveLength(1);
    expect((await auditor('getExport', { params: { exportId: id } })).status).toBe('done');
  });
});
