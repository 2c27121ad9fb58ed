/**
 * The names of a workbook's sheets, read in the browser, so that the right one is chosen before the file travels. Looks
 * at the directory of the container (APPNOTE.TXT 4.3) and at the first bytes of each sheet; whatever it cannot read is
 * left to the server, which reads the file by its own rules.
 */

export interface Sheet {
  name: string;
  /** As the sheet says of itself, its header taken off; null when it does not say. */
  rows: number | null;
}

interface Entry {
  method: number;
  size: number;
  offset: number;
}

const END = 0x06054b50;
const ENTRY = 0x02014b50;
/** A directory of sheets larger than this is no honest workbook. */
const XML_LIMIT = 2_000_000;
const HEAD_BYTES = 65_536;

export const isWorkbook = (name: string) => /\.xls[xm]$/i.test(name);

/** Sheets that can be seen in the workbook, in its order; null when the file cannot be read that far. */
export async function readSheets(file: Blob): Promise<Sheet[] | null> {
  try {
    const entries = await directory(file);
    const book = await text(file, entries.get("xl/workbook.xml"), XML_LIMIT);
    const links = await text(file, entries.get("xl/_rels/workbook.xml.rels"), XML_LIMIT);
    if (book === null) return null;
    const targets = new Map(
      [...parse(links ?? "<none/>").getElementsByTagName("Relationship")].map((link) => [
        link.getAttribute("Id"),
        path(link.getAttribute("Target") ?? ""),
      ]),
    );
    const sheets: Sheet[] = [];
    for (const sheet of parse(book).getElementsByTagNameNS("*", "sheet")) {
      const name = sheet.getAttribute("name");
      const target = targets.get(sheet.getAttribute("r:id")) ?? "";
      if (name === null || (sheet.getAttribute("state") ?? "visible") !== "visible") continue;
      if (/chartsheets|dialogsheets/.test(target)) continue;
      sheets.push({ name, rows: rowsOf(await text(file, entries.get(target), HEAD_BYTES)) });
    }
    return sheets;
  } catch {
    return null;
  }
}

const parse = (xml: string) => new DOMParser().parseFromString(xml, "application/xml");

/** Targets are relative to xl/, or start at the root. */
const path = (target: string) => (target.startsWith("/") ? target.slice(1) : `xl/${target}`);

/** `<dimension ref="A1:Q1200"/>` stands before the rows. */
function rowsOf(head: string | null): number | null {
  const last = /<dimension\s+ref="[A-Z]+\d+:[A-Z]+(\d+)"/.exec(head ?? "")?.[1];
  return last === undefined ? null : Math.max(0, Number(last) - 1);
}

async function directory(file: Blob): Promise<Map<string, Entry>> {
  const tail = await view(file, Math.max(0, file.size - HEAD_BYTES - 22), file.size);
  let end = tail.byteLength - 22;
  while (end >= 0 && tail.getUint32(end, true) !== END) end -= 1;
  if (end < 0) throw new Error("no directory");
  const start = tail.getUint32(end + 16, true);
  const list = await view(file, start, start + tail.getUint32(end + 12, true));
  const entries = new Map<string, Entry>();
  for (let at = 0; at + 46 <= list.byteLength && list.getUint32(at, true) === ENTRY;) {
    const length = list.getUint16(at + 28, true);
    const name = new TextDecoder().decode(new Uint8Array(list.buffer, at + 46, length));
    entries.set(name, {
      method: list.getUint16(at + 10, true),
      size: list.getUint32(at + 20, true),
      offset: list.getUint32(at + 42, true),
    });
    at += 46 + length + list.getUint16(at + 30, true) + list.getUint16(at + 32, true);
  }
  return entries;
}

const view = async (file: Blob, from: number, to: number) => new DataView(await file.slice(from, to).arrayBuffer());

/** The beginning of an entry, at most `limit` characters; null when there is none. */
async function text(file: Blob, entry: Entry | undefined, limit: number): Promise<string | null> {
  if (entry === undefined) return null;
  const head = await view(file, entry.offset, entry.offset + 30);
  const start = entry.offset + 30 + head.getUint16(26, true) + head.getUint16(28, true);
  const bytes = file.slice(start, start + Math.min(entry.size, limit));
  if (entry.method === 0) return bytes.text();
  const reader = bytes.stream().pipeThrough(new DecompressionStream("deflate-raw")).getReader();
  const decoder = new TextDecoder();
  let found = "";
  try {
    while (found.length < limit) {
      const { value, done } = await reader.read();
      if (done) break;
      found += decoder.decode(value, { stream: true });
    }
  } catch {
    // Cut off on purpose: what came before the cut is what was wanted.
  }
  void reader.cancel().catch(() => undefined);
  return found;
}
