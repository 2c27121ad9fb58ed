import { Link } from "react-router";
import { Status } from "@/components/badge.tsx";
import type { Column } from "@/components/data-table/types.ts";
import { OutcomeBar } from "@/components/outcome-bar.tsx";
import { ProgressBar } from "@/components/progress-bar.tsx";
import { formatAge, formatCount, formatFull } from "@/lib/format.ts";
import { whichOf } from "@/records/list-words.ts";
import { paceWords } from "@/records/pace.ts";
import { isAtWork, partsOf, STATES } from "./bulk-state.ts";
import type { Bulk } from "./queries.ts";

/** Which records, in a few words. */
export const audienceOf = (row: Bulk) => (row.byIds ? "Picked one by one" : whichOf(row.filter));

export const bulkColumns: Column<Bulk>[] = [
  {
    id: "what",
    header: "What",
    width: 260,
    grows: true,
    text: (row) => row.action.title,
    cell: (row) => (
      <Link to={`/bulk/${row.id}`} className="clip med hover:underline" tabIndex={-1}>
        {row.action.title}
      </Link>
    ),
  },
  {
    id: "which",
    header: "Which",
    width: 180,
    text: audienceOf,
    cell: (row) => <span className="t-2 clip">{audienceOf(row)}</span>,
  },
  {
    id: "state",
    header: "State",
    width: 116,
    text: (row) => row.error,
    cell: (row) => <Status tone={STATES[row.state].tone}>{STATES[row.state].label}</Status>,
  },
  { id: "outcome", header: "What became of them", width: 200, cell: (row) => <Outcome row={row} /> },
  {
    id: "records",
    header: "Records",
    width: 96,
    align: "right",
    cell: (row) => {
      const records = row.counts.selected > 0 ? row.counts.selected : row.expected;
      return records === null || records === undefined ? <span className="t-3">—</span> : formatCount(records);
    },
  },
  {
    id: "who",
    header: "By",
    width: 140,
    lowPriority: true,
    text: (row) => row.createdBy,
    cell: (row) => <span className="t-2">{row.createdBy ?? "—"}</span>,
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

function Outcome({ row }: { row: Bulk }) {
  if (isAtWork(row)) {
    const { progress } = row;
    return (
      <span className="flex items-center gap-3">
        <span className="grow">
          <ProgressBar
            done={progress?.done ?? 0}
            total={progress?.total ?? null}
            label={`${row.action.title}, progress`}
          />
        </span>
        <span className="t-12 t-3 num">{paceWords(progress).split(", ").at(-1)}</span>
      </span>
    );
  }
  if (row.counts.selected === 0) return <span className="t-3">—</span>;
  return <OutcomeBar thin parts={partsOf(row.counts)} total={row.counts.selected} />;
}
