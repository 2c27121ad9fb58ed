/** Imports of the mock: a file is looked at for real, its run is acted by the clock. */
import { createHash, randomUUID } from "node:crypto";
import { ACCOUNT_FIELDS, CONTACT_FIELDS } from "./catalogue.ts";
import { previewRows, type RowsArgs } from "./import-preview.ts";

const RATE = 4200;

interface MockImport {
  id: string;
  name: string;
  fileName: string;
  fileSize: number;
  fileHash: string;
  rows: number;
  createdAt: string;
  createdBy: string;
  headers: string[];
  samples: string[][];
  mapping: unknown[];
  defaultCountry: string | null;
  suppliedById: string | null;
  suppliedByName: string | null;
  startedAt: number | null;
  cancelledAt: number | null;
  delimiter: string;
  kind: string;
  sheet: string | null;
  previewedAt: number | null;
}

const ALIASES: Record<string, [string, string, number]> = {
  company: ["ACCOUNT", "name", 0.99],
  website: ["ACCOUNT", "domain", 0.98],
  headcount: ["ACCOUNT", "staff_count", 0.81],
  first: ["CONTACT", "first_name", 0.99],
  surname: ["CONTACT", "last_name", 0.97],
  "work email": ["CONTACT", "email", 0.99],
  email: ["CONTACT", "email", 0.97],
  position: ["CONTACT", "job_title", 0.92],
  "tel direct": ["CONTACT", "direct_phone", 0.88],
  country: ["CONTACT", "country", 0.95],
  "opt-in": ["CONTACT", "consent_basis", 0.62],
};

export const imports: MockImport[] = [];

export function upload(fileName: string, body: string, createdBy: string): { status: number; body: unknown } {
  const problem = (code: string, detail: string) => ({ status: 422, body: { code, detail } });
  if (body.trim() === "") return problem("FILE_EMPTY", "The file is empty. Choose the file that holds the rows.");
  if (body.startsWith("PK"))
    return problem("FILE_BROKEN", "The workbook is damaged and cannot be read. Save it anew and upload that.");
  const lines = body.split(/\r?\n/).filter((line) => line.trim() !== "");
  const [head = "", ...rows] = lines;
  if (rows.length === 0)
    return problem("FILE_HEADER_ONLY", "The file has a header and no rows. Choose the file that holds the rows.");
  const delimiter = [",", ";", "\t"].toSorted((a, b) => head.split(b).length - head.split(a).length)[0] ?? ",";
  const headers = head.split(delimiter).map((cell) => cell.replaceAll('"', "").trim());
  const one: MockImport = {
    id: randomUUID(),
    name: fileName.replace(/\.[^.]*$/, ""),
    fileName,
    fileSize: body.length,
    fileHash: createHash("sha256").update(body).digest("hex"),
    rows: rows.length,
    createdAt: new Date().toISOString(),
    createdBy,
    headers,
    samples: headers.map((_, index) => rows.slice(0, 5).map((row) => row.split(delimiter)[index]?.trim() ?? "")),
    mapping: [],
    defaultCountry: null,
    suppliedById: null,
    suppliedByName: null,
    startedAt: null,
    cancelledAt: null,
    delimiter,
    kind: "BOTH",
    sheet: null,
    previewedAt: null,
  };
  imports.unshift(one);
  return { status: 201, body: { id: one.id } };
}

function suggestion(header: string) {
  const known = ALIASES[header.toLowerCase()];
  if (known !== undefined) return { suggestedEntity: known[0], suggestedField: known[1], confidence: known[2] };
  for (const [entity, fields] of [["CONTACT", CONTACT_FIELDS] as const, ["ACCOUNT", ACCOUNT_FIELDS] as const]) {
    const field = fields.find((other) => other.label.toLowerCase() === header.toLowerCase());
    if (field !== undefined) return { suggestedEntity: entity, suggestedField: field.key, confidence: 0.9 };
  }
  return { suggestedEntity: null, suggestedField: null, confidence: 0 };
}

/** What the first rows of a file come to: the same for its preview and for its run. */
function outcomesOf(done: number) {
  const share = (part: number) => Math.floor(done * part);
  const parts = {
    updated: share(0.2),
    unchanged: share(0.04),
    mergedInFile: share(0.03),
    matchesArchived: share(0.004),
    rejected: share(0.018),
  };
  const rest = Object.values(parts).reduce((sum, value) => sum + value, 0);
  return { created: done - rest, ...parts };
}

const besideOf = (done: number) => ({
  accountsCreated: Math.floor(done * 0.07),
  accountsUpdated: Math.floor(done * 0.01),
});

const progressOf = (done: number, total: number, rate: number, phase: string) => ({
  done,
  total,
  rate: done === 0 ? null : rate,
  etaSeconds: done === 0 ? null : Math.ceil((total - done) / rate),
  phase,
});

function previewOf(one: MockImport) {
  if (one.previewedAt === null) return null;
  const rate = RATE * 3;
  const done = Math.min(one.rows, Math.floor(((Date.now() - one.previewedAt) / 1000) * rate));
  const ended = done === one.rows;
  const at = (seconds: number) => new Date((one.previewedAt ?? 0) + seconds * 1000).toISOString();
  return {
    state: one.startedAt !== null ? "EXPIRED" : ended ? "DONE" : "RUNNING",
    startedAt: at(0),
    finishedAt: ended ? at(one.rows / rate) : null,
    expiresAt: ended ? at(86_400) : null,
    error: null,
    outcomes: { read: done, ...outcomesOf(done), notRun: 0, warnings: Math.floor(done * 0.05) },
    ...besideOf(done),
    progress: ended ? null : progressOf(done, one.rows, rate, "Checking"),
  };
}

export function view(one: MockImport) {
  const seconds = one.startedAt === null ? 0 : ((one.cancelledAt ?? Date.now()) - one.startedAt) / 1000;
  const done = Math.min(one.rows, Math.floor(seconds * RATE));
  const ended = one.startedAt !== null && (one.cancelledAt !== null || done === one.rows);
  const parts = outcomesOf(done);
  const notRun = ended ? one.rows - done : 0;
  const preview = previewOf(one);
  return {
    ...one,
    state:
      one.startedAt === null
        ? one.mapping.length === 0
          ? "UPLOADED"
          : preview?.state === "DONE"
            ? "PREVIEWED"
            : "MAPPED"
        : ended
          ? one.cancelledAt === null
            ? "COMPLETED"
            : "CANCELLED"
          : "RUNNING",
    encoding: "UTF-8",
    headerRow: 1,
    rowCount: ended ? one.rows : null,
    sheets: [],
    preview,
    columns: one.headers.map((header, index) => ({
      index,
      header,
      samples: one.samples[index]?.filter(Boolean) ?? [],
      ...suggestion(header),
      suggestedRule: null,
      usedBefore: false,
      guess: null,
    })),
    fixes: [],
    fixedRows: 0,
    outcomes: { read: done + notRun, ...parts, notRun, warnings: Math.floor(done * 0.05) },
    contacts: parts,
    problems: ended ? problemsOf(parts.rejected) : [],
    ...besideOf(done),
    startedAt: one.startedAt === null ? null : new Date(one.startedAt).toISOString(),
    finishedAt: ended ? new Date((one.startedAt ?? 0) + (done / RATE) * 1000).toISOString() : null,
    error: null,
    progress: progressOf(done, one.rows, RATE, "Importing"),
    rejectFileUrl: ended && parts.rejected > 0 ? `/api/v1/imports/${one.id}/errors.csv` : null,
  };
}

function problemsOf(rejected: number) {
  const kinds: [string, string, string | null, number, boolean][] = [
    ["email_syntax", "Email: not a valid address.", "annika.vester(at)norhavn", 0.5, true],
    ["no_key", "Neither email, LinkedIn nor name with account: the contact could not be found again.", null, 0.3, true],
    ["row_too_long", "The row has more cells than the header: nobody knows which belongs where.", null, 0.2, true],
    ["phone_impossible", "Direct phone: no such number can exist in its country.", "+45 12", 1.6, false],
    ["country_unknown", "Country not recognised.", "Dänmrak", 1.1, false],
  ];
  return kinds.map(([code, message, example, part, isRejected]) => ({
    code,
    message,
    example,
    rejected: isRejected,
    rows: Math.max(1, Math.floor(rejected * part)),
  }));
}

const answer = (one: MockImport | undefined) =>
  one === undefined
    ? {
        import: null,
        position: null,
        userErrors: [{ code: "IMPORT_NOT_FOUND", field: null, message: "There is no import with this id." }],
      }
    : { import: view(one), position: 1, userErrors: [] };

const find = (id: string) => imports.find((one) => one.id === id);

interface MapInput {
  id: string;
  name?: string;
  defaultCountry?: string;
  suppliedBy?: string;
  kind?: string;
  mapping: unknown[];
}

export const importResolvers = {
  import: ({ id }: { id: string }) => {
    const one = find(id);
    return one === undefined ? null : view(one);
  },
  importMap: ({ input }: { input: MapInput }) => {
    const one = find(input.id);
    if (one !== undefined) {
      Object.assign(one, {
        mapping: input.mapping,
        kind: input.kind ?? "BOTH",
        defaultCountry: input.defaultCountry ?? null,
        suppliedById: input.suppliedBy ?? null,
        name: input.name ?? one.name,
      });
    }
    return answer(one);
  },
  importPreview: ({ input }: { input: { id: string } }) => {
    const one = find(input.id);
    if (one !== undefined) one.previewedAt = Date.now();
    return answer(one);
  },
  importPreviewRows: ({ id, list, first, after }: RowsArgs) => previewRows(find(id), list, first, after),
  importStart: ({ input }: { input: { id: string } }) => {
    const one = find(input.id);
    if (one !== undefined) one.startedAt = Date.now();
    return answer(one);
  },
  importCancel: ({ input }: { input: { id: string } }) => {
    const one = find(input.id);
    if (one?.startedAt === null) one.previewedAt = null;
    else if (one !== undefined) one.cancelledAt = Date.now();
    return answer(one);
  },
};
