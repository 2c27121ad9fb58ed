/** Imports made of another one: with its settings, of its rejected rows put right or of the same file once more. */
import { execute } from "@/lib/graphql.ts";
import { graphql } from "@/gql/gql.ts";
import { ApiError, fromProblem } from "@/lib/api-error.ts";
import { send } from "@/lib/http.ts";
import { mapImport, startImport, stem, uploadFile } from "./mutations.ts";
import type { Import } from "./queries.ts";
import { toCsv } from "./reject-file.ts";

const HEADERS = graphql(`
  query ImportHeaders($id: UUID!) {
    import(id: $id) {
      headerRow
      columns {
        header
      }
    }
  }
`);

const NO_PROGRESS = () => undefined;

/** Runs corrected rows as an import of their own with the same settings. Answers with its id. */
export async function importCorrected(one: Import, rows: readonly { cells: string[] }[]): Promise<string> {
  const headers = one.columns.map((column) => column.header);
  const csv = toCsv(
    headers,
    rows.map((row) => row.cells),
  );
  const file = { blob: new Blob([csv], { type: "text/csv" }), name: `${stem(one.fileName)}-corrected.csv` };
  return runWith(one, file, `${one.name}, corrected rows`, 1);
}

/** The whole file once more: rows that were written before come out unchanged, the rest goes in. Answers with its id. */
export async function importRest(one: Import): Promise<string> {
  return runWith(one, await fileOf(one), `${one.name}, continued`);
}

async function runWith(
  one: Import,
  file: Parameters<typeof uploadFile>[0],
  name: string,
  headerRow = one.headerRow,
): Promise<string> {
  const { id } = await uploadFile(file, NO_PROGRESS).done;
  const headers = one.columns.map((column) => column.header);
  await readAlike(id, headers, headerRow ?? 1);
  await mapImport({
    id,
    name,
    kind: one.kind,
    defaultCountry: one.defaultCountry ?? null,
    mapping: one.mapping.map(({ column, entity, field, rule }) => ({ column, entity, field, rule })),
  });
  await startImport(id);
  return id;
}

/** The mapping speaks of columns by their number: they must be where they were. */
async function readAlike(id: string, headers: readonly string[], headerRow: number): Promise<void> {
  const read = await known(id);
  const same = read?.columns.length === headers.length && read.columns.every((one, at) => one.header === headers[at]);
  if (read?.headerRow === headerRow && same) return;
  throw new ApiError("The rows were not read with the columns they had. Download them and import that file by hand.", {
    code: "columns_differ",
  });
}

/** Right after its upload the read side may need a moment to know an import. */
async function known(id: string, patience = 20) {
  const found = (await execute(HEADERS, { id })).import;
  if (found !== null && found !== undefined) return found;
  if (patience === 0) return null;
  await new Promise((done) => setTimeout(done, 300));
  return known(id, patience - 1);
}

/** The file of an import, to be uploaded once more. */
export async function fileOf(one: Pick<Import, "id" | "fileName" | "sheet">) {
  const response = await send(`/api/v1/imports/${one.id}/file`);
  if (!response.ok) throw fromProblem(response.status, await response.json().catch(() => null));
  return {
    blob: await response.blob(),
    name: one.fileName,
    ...(one.sheet === null || one.sheet === undefined ? {} : { sheet: one.sheet }),
  };
}
