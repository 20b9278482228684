/**
 * Splits delimited text into cells: a quoted cell may hold the delimiter, line ends and doubled quotes
 * (RFC 4180; spreadsheets put the same form with tabs on the clipboard). Empty lines are left out.
 */
export function splitText(text: string, delimiter: '\t' | ','): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  const endCell = () => {
    row.push(cell);
    cell = '';
  };
  const endRow = () => {
    endCell();
    if (row.some((value) => value.trim() !== '')) rows.push(row);
    row = [];
  };
  for (let i = 0; i < text.length; i += 1) {
    const character = text.charAt(i);
    if (quoted) {
      if (character !== '"') cell += character;
      else if (text.charAt(i + 1) === '"') {
        cell += '"';
        i += 1;
      } else quoted = false;
    } else if (character === '"' && cell === '') quoted = true;
    else if (character === delimiter) endCell();
    else if (character === '\n') endRow();
    else if (character !== '\r') cell += character;
  }
  endRow();
  return rows;
}

/** Pasted text: with tabs from a spreadsheet, else with commas. */
export const splitPasted = (text: string): readonly (readonly string[])[] =>
  splitText(text, text.includes('\t') ? '\t' : ',');
