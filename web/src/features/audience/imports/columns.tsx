import { Link } from "react-router";
import { Status } from "@/components/badge.tsx";
import type { Column } from "@/components/data-table/types.ts";
import { OutcomeBar } from "@/components/outcome-bar.tsx";
import { ProgressBar } from "@/components/progress-bar.tsx";
import { formatAge, formatBytes, formatCount, formatDuration, formatFull } from "@/lib/format.ts";
import { paceWords, secondsBetween } from "@/records/pace.ts";
import { partsOf, STATES } from "./import-state.ts";
import type { ImportRow } from "./queries.ts";

export const importColumns: Column<ImportRow>[] = [
  {
    id: "name",
    header: "Name",
    width: 240,
    text: (row) => row.name,
    cell: (row) => (
      <Link to={`/contacts/imports/${row.id}`} className="clip med hover:underline" tabIndex={-1}>
        {row.name}
      </Link>
    ),
  },
  {
    id: "state",
    header: "State",
    width: 120,
    text: (row) => row.error,
    cell: (row) => <Status tone={STATES[row.state].tone}>{STATES[row.state].label}</Status>,
  },
  {
    id: "outcome",
    header: "What became of the rows",
    width: 260,
    cell: (row) => <Outcome row={row} />,
  },
  {
    id: "rows",
    header: "Rows",
    width: 100,
    align: "right",
    cell: (row) => {
      const rows = row.outcomes.read > 0 ? row.outcomes.read : row.rowCount;
      return rows === null || rows === undefined ? <span className="t-3">—</span> : formatCount(rows);
    },
  },
  {
    id: "file",
    header: "File",
    width: 180,
    lowPriority: true,
    text: (row) => `${row.fileName}, ${formatBytes(row.fileSize)}`,
    cell: (row) => <span className="mono t-2">{row.fileName}</span>,
  },
  {
    id: "who",
    header: "By",
    width: 150,
    lowPriority: true,
    text: (row) => row.createdBy,
    cell: (row) => <span className="t-2">{row.createdBy ?? "—"}</span>,
  },
  {
    id: "took",
    header: "Took",
    width: 80,
    align: "right",
    hidden: true,
    cell: (row) => {
      const seconds = secondsBetween(row.startedAt, row.finishedAt);
      return <span className="t-2">{seconds === null ? "—" : formatDuration(seconds)}</span>;
    },
  },
  {
    id: "created",
    header: "When",
    width: 110,
    align: "right",
    text: (row) => formatFull(row.createdAt),
    cell: (row) => <span className="t-2">{formatAge(row.createdAt)}</span>,
  },
];

function Outcome({ row }: { row: ImportRow }) {
  if (row.state === "RUNNING") {
    const { progress } = row;
    return (
      <span className="flex items-center gap-3">
        <span className="grow">
          <ProgressBar done={progress?.done ?? 0} total={progress?.total ?? null} label={`${row.name}, progress`} />
        </span>
        <span className="t-12 t-3 num">{paceWords(progress).split(", ").at(-1)}</span>
      </span>
    );
  }
  if (row.outcomes.read === 0) return <span className="t-3">—</span>;
  return <OutcomeBar thin parts={partsOf(row.outcomes)} total={row.outcomes.read} />;
}
