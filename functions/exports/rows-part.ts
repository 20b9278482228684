import writeXlsxFile, { type SheetData } from 'write-excel-file/node';
import { byteOrderMark, csvLine } from '../../shared/exports/csv.ts';
import { decisionColumns } from '../../shared/exports/decision-columns.ts';
import type { ExportJob } from './export-job.ts';
import type { ExporterSystem } from './exporter-system.ts';
import { type MatchingDecisions, matchingDecisions } from './matching-decisions.ts';
import { Bytes, ndjson, type PartContent } from './part-content.ts';

/** So many rows fit into memory many times over, and into what spreadsheets open. */
const rowsPerFile = { csv: 100_000, ndjson: 50_000, xlsx: 20_000 } as const;

/** Decisions for a spreadsheet or a program. */
export async function rowsPart(
  { decisions }: ExporterSystem,
  { format, language, query }: ExportJob,
  from: string | undefined,
  isOver: () => boolean,
): Promise<PartContent> {
  const matching = matchingDecisions(decisions, query, from, rowsPerFile[format], isOver);
  const made = await writers[format](matching, language);
  return { ...made, unsealed: 0, unread: matching.unread(), next: matching.next() };
}

type Writer = (
  matching: MatchingDecisions,
  language: ExportJob['language'],
) => Promise<Pick<PartContent, 'bytes' | 'rows' | 'type'>>;

const writers: Readonly<Record<ExportJob['format'], Writer>> = {
  csv: async ({ pages }, language) => {
    const bytes = new Bytes();
    bytes.add(byteOrderMark + csvLine(decisionColumns.map(({ label }) => label[language])));
    let rows = 0;
    for await (const page of pages) {
      const lines = page.map((row) => csvLine(decisionColumns.map(({ cell }) => cell(row, language))));
      bytes.add(lines.join(''));
      rows += page.length;
    }
    return { bytes: bytes.all(), rows, type: 'text/csv; charset=utf-8' };
  },
  ndjson: async ({ pages }) => {
    const bytes = new Bytes();
    let rows = 0;
    for await (const page of pages) {
      bytes.add(page.map((row) => `${JSON.stringify(row)}\n`).join(''));
      rows += page.length;
    }
    return { bytes: bytes.all(), rows, type: ndjson };
  },
  xlsx: async ({ pages }, language) => {
    // A cell that is text stays text in this format, whatever it begins with.
    const sheet: SheetData = [
      decisionColumns.map(({ label }) => ({ value: label[language], type: String, fontWeight: 'bold' })),
    ];
    for await (const page of pages) {
      for (const row of page) {
        sheet.push(
          decisionColumns.map(({ cell }) => {
            const value = cell(row, language);
            return typeof value === 'number' ? { value, type: Number } : { value, type: String };
          }),
        );
      }
    }
    const bytes = await writeXlsxFile(sheet, {
      sheet: language === 'zh' ? '决定' : 'Decisions',
      stickyRowsCount: 1,
      columns: decisionColumns.map(() => ({ width: 16 })),
    }).toBuffer();
    const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
    return { bytes, rows: sheet.length - 1, type };
  },
};
