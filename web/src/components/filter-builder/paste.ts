/** A column of values from a spreadsheet, a mail or a list somebody typed. */

export interface Pasted {
  /** In the order given, each once. */
  values: string[];
  /** How many came again. */
  duplicates: number;
}

/** Whether a pasted text is several values rather than one. */
export function isSeveral(text: string): boolean {
  return parsePasted(text).values.length > 1;
}

/**
 * Lines and tabs part values; commas and semicolons do so where there is nothing else (a line may be "Acme, Inc.").
 * Quotes around a value, as spreadsheets write them, are dropped. Values that differ only in case are the same.
 */
export function parsePasted(text: string): Pasted {
  const raw = split(text)
    .map((value) => unquoted(value.trim()))
    .filter((value) => value !== "");
  return merged([], raw);
}

/** What is there already, and what comes to it. */
export function merged(present: readonly string[], more: readonly string[]): Pasted {
  const seen = new Set(present.map(key));
  const values = [...present];
  let duplicates = 0;
  for (const value of more) {
    if (seen.has(key(value))) {
      duplicates += 1;
      continue;
    }
    seen.add(key(value));
    values.push(value);
  }
  return { values, duplicates };
}

/** Filters compare without case. */
const key = (value: string) => value.toLowerCase();

function split(text: string): string[] {
  if (/[\n\r\t]/.test(text.trim())) return cells(text, "\n\r\t");
  return cells(text, ",;");
}

/** Parted by any of the marks that does not stand between quotes. */
function cells(text: string, marks: string): string[] {
  const found: string[] = [];
  let cell = "";
  let quoted = false;
  for (const letter of text) {
    if (letter === '"' && (quoted || cell.trim() === "" || cell.endsWith('"'))) quoted = !quoted;
    if (!quoted && marks.includes(letter)) {
      found.push(cell);
      cell = "";
    } else cell += letter;
  }
  found.push(cell);
  // A quote that nobody closed is a letter like others.
  return quoted ? text.split(new RegExp(`[${marks}]`)) : found;
}

function unquoted(value: string): string {
  if (value.length < 2 || !value.startsWith('"') || !value.endsWith('"')) return value;
  return value.slice(1, -1).replaceAll('""', '"').trim();
}
