/** Rows copied from a spreadsheet or a text file, read far enough to show what they are before they are sent. No React. */

export interface PastedTable {
  delimiter: string;
  /** First row of the text; the server decides whether it names the columns. */
  head: string[];
  /** The rows that are shown. */
  rows: string[][];
  /** All rows behind the first. */
  count: number;
}

const DELIMITERS = ["\t", ";", ",", "|"];

/** What stands in the text, or null when there is nothing that could be a table. */
export function readPasted(text: string, shown = 5): PastedTable | null {
  const first = text.split(/\r?\n/, 1)[0] ?? "";
  const delimiter = likeliest(first);
  const table: string[][] = [];
  let count = -1;
  for (const cells of records(text, delimiter)) {
    if (cells.every((cell) => cell.trim() === "")) continue;
    count += 1;
    if (table.length <= shown) table.push(cells.map((cell) => cell.trim()));
  }
  const [head, ...rows] = table;
  return head === undefined ? null : { delimiter, head, rows, count };
}

/** The delimiter that splits the first line into the most cells; spreadsheets copy tabs, so those win a tie. */
function likeliest(line: string): string {
  const cells = (delimiter: string) => line.split(delimiter).length;
  return DELIMITERS.reduce((best, delimiter) => (cells(delimiter) > cells(best) ? delimiter : best));
}

/** Records of RFC 4180: a quoted cell may hold the delimiter and line breaks. */
export function* records(text: string, delimiter: string): Generator<string[]> {
  let cells: string[] = [];
  let cell = "";
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at];
    if (quoted) {
      if (char !== '"') cell += char;
      else if (text[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else quoted = false;
    } else if (char === '"' && cell === "") quoted = true;
    else if (char === delimiter) {
      cells.push(cell);
      cell = "";
    } else if (char === "\n") {
      yield [...cells, cell.replace(/\r$/, "")];
      cells = [];
      cell = "";
    } else cell += char;
  }
  if (cell !== "" || cells.length > 0) yield [...cells, cell];
}
