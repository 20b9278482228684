import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { TableField } from '../../shared/forms/field.ts';
import { text } from '../../shared/language/text.ts';
import { readFile } from '../../web/lib/spreadsheet/read-file.ts';
import { readRows } from '../../web/lib/spreadsheet/read-rows.ts';
import { readWorkbook } from '../../web/lib/spreadsheet/read-workbook.ts';
import { splitPasted, splitText } from '../../web/lib/spreadsheet/split-text.ts';
import { writeTemplate } from '../../web/lib/spreadsheet/write-template.ts';

const column = (type: string, id: string, zh: string, en: string) =>
  ({ type, id, label: text(zh, en), required: true }) as TableField['columns'][number];

const roster = {
  type: 'table',
  id: 'roster',
  label: text('员工名册', 'Roster'),
  required: true,
  minRows: 1,
  maxRows: 500,
  columns: [
    column('person-name', 'name', '姓名', 'Name'),
    column('resident-id', 'residentId', '身份证号码', 'Resident ID'),
    column('money', 'wage', '月工资(元)', 'Monthly wage (yuan)'),
    column('date', 'startedOn', '入职日期', 'Started on'),
  ],
} as TableField;

describe('pasted text', () => {
  it('splits what a spreadsheet puts on the clipboard, quoted cells included', () => {
    expect(splitPasted('张三\t"一\n二"\t"说""好"""\r\n李四\t\t\r\n\r\n')).toEqual([
      ['张三', '一\n二', '说"好"'],
      ['李四', '', ''],
    ]);
  });

  it('splits commas where there are no tabs', () => {
    expect(splitPasted('a,"b,c"\nd,e')).toEqual([
      ['a', 'b,c'],
      ['d', 'e'],
    ]);
  });
});

describe('rows of a table', () => {
  it('finds columns by their heading in any order and either language', () => {
    const read = readRows(
      roster,
      splitText('月工资,姓名,备注,Resident ID\n2500,王芳,好,440524188001010014', ','),
    );
    expect(read.rows).toEqual([{ wage: 250_000, name: '王芳', residentId: '440524188001010014' }]);
    expect(read.missing.map(({ id }) => id)).toEqual(['startedOn']);
  });

  it('takes the columns in order where there is no heading', () => {
    const read = readRows(roster, splitText('王芳,440524188001010014,2500,2026/3/1', ','));
    expect(read.rows).toEqual([
      { name: '王芳', residentId: '440524188001010014', wage: 250_000, startedOn: '2026-03-01' },
    ]);
    expect(read.missing).toEqual([]);
  });

  it('names every cell it cannot read, and keeps the rest of the row', () => {
    const read = readRows(
      roster,
      splitText('姓名,月工资,入职日期\n王芳,两千,2026-02-30\n赵静,2400,2026-3-1', ','),
    );
    expect(read.rows).toEqual([{ name: '王芳' }, { name: '赵静', wage: 240_000, startedOn: '2026-03-01' }]);
    expect(read.unread.map(({ row, column: { id }, typed }) => [row, id, typed])).toEqual([
      [0, 'wage', '两千'],
      [0, 'startedOn', '2026-02-30'],
    ]);
  });
});

const workbook = (sheet: string, strings = '') =>
  zipSync({
    'xl/worksheets/sheet1.xml': strToU8(`<worksheet><sheetData>${sheet}</sheetData></worksheet>`),
    'xl/sharedStrings.xml': strToU8(`<sst>${strings}</sst>`),
  });

describe('workbooks', () => {
  it('reads shared, rich, inline and formula text, numbers, booleans and gaps', () => {
    const bytes = workbook(
      '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c></row><row r="2"/>' +
        '<row r="3"><c r="A3" t="inlineStr"><is><t>a &amp; b</t></is></c><c r="B3"><f>1+1</f><v>2</v></c>' +
        '<c r="C3" t="b"><v>1</v></c><c r="D3" t="str"><f>x</f><v>文</v></c><c r="E3" s="1"/></row>',
      '<si><t>姓名</t></si><si><r><t>月</t></r><r><t xml:space="preserve">工资</t></r><rPh><t>yue</t></rPh></si>',
    );
    expect(readWorkbook(bytes)).toEqual([
      ['姓名', '', '月工资'],
      ['a & b', 2, true, '文', ''],
    ]);
  });

  it('reads elements with a namespace prefix', () => {
    const bytes = workbook('<x:row><x:c t="str"><x:v>王芳</x:v></x:c><x:c><x:v>3</x:v></x:c></x:row>');
    expect(readWorkbook(bytes)).toEqual([['王芳', 3]]);
  });

  it('gives a template that reads back as a heading of every column', () => {
    const cells = readWorkbook(writeTemplate(roster, 'zh'));
    expect(cells).toEqual([['姓名', '身份证号码', '月工资(元)', '入职日期']]);
    expect(readRows(roster, cells)).toEqual({ rows: [], unread: [], missing: [] });
  });

  it('refuses what is no workbook', () => {
    expect(() => readWorkbook(zipSync({ 'word/document.xml': strToU8('<w/>') }))).toThrow();
  });
});

describe('uploaded files', () => {
  it('reads text in UTF-8 with its mark and in GB 18030', async () => {
    expect(await readFile(new Blob(['姓名,月工资\n王芳,2500']))).toEqual([
      ['姓名', '月工资'],
      ['王芳', '2500'],
    ]);
    const gb = new Uint8Array([0xcd, 0xf5, 0xb7, 0xbc, 0x2c, 0x31]);
    expect(await readFile(new Blob([gb]))).toEqual([['王芳', '1']]);
  });

  it('knows a workbook by its first bytes, whatever its name', async () => {
    expect(await readFile(new Blob([writeTemplate(roster, 'en')]))).toEqual([
      ['Name', 'Resident ID', 'Monthly wage (yuan)', 'Started on'],
    ]);
  });
});
