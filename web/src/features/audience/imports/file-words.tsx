import { countOf, formatBytes } from "@/lib/format.ts";
import { formatWords } from "./mapping.ts";
import type { Import } from "./queries.ts";

/** "fleet-emea-q4.csv, 100,248 rows, UTF-8, comma, header in row 1": the line under the title of every step. */
export function FileWords({ one }: { one: Import }) {
  const rows = one.outcomes.read > 0 && one.state !== "RUNNING" ? one.outcomes.read : one.rowCount;
  return (
    <>
      <span className="mono">{one.fileName}</span>,{" "}
      {rows === null || rows === undefined ? formatBytes(one.fileSize) : countOf(rows, "row", "rows")},{" "}
      {formatWords(one)}
    </>
  );
}
