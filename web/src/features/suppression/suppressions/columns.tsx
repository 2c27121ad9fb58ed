import { Link } from "react-router";
import { Status } from "@/components/badge.tsx";
import type { Column } from "@/components/data-table/types.ts";
import { formatAge, formatDay, formatFull } from "@/lib/format.ts";
import type { Suppression } from "./queries.ts";
import { KINDS, reachWords, STANDINGS } from "./words.ts";

export const suppressionColumns: Column<Suppression>[] = [
  {
    id: "value",
    header: "Suppressed",
    width: 280,
    grows: true,
    text: (row) => row.label,
    cell: (row) => (
      <Link className="med clip" to={`/suppressions/${row.id}`}>
        {row.label}
      </Link>
    ),
  },
  {
    id: "kind",
    header: "Kind",
    width: 100,
    text: (row) => KINDS[row.kind],
    cell: (row) => <span className="t-2">{KINDS[row.kind]}</span>,
  },
  {
    id: "reason",
    header: "Reason",
    width: 190,
    text: (row) => [row.reasonLabel, row.note].filter(Boolean).join(": "),
    cell: (row) => <span className="clip">{row.reasonLabel}</span>,
  },
  {
    id: "reach",
    header: "Where",
    width: 150,
    text: reachWords,
    cell: (row) => <span className="t-2 clip">{reachWords(row)}</span>,
  },
  {
    id: "standing",
    header: "State",
    width: 120,
    text: (row) => row.releaseReason ?? STANDINGS[row.standing].label,
    cell: (row) => <Status tone={STANDINGS[row.standing].tone}>{STANDINGS[row.standing].label}</Status>,
  },
  {
    id: "until",
    header: "Until",
    width: 120,
    lowPriority: true,
    text: (row) => (row.until ? formatFull(row.until) : "For good"),
    cell: (row) => <span className="t-2">{row.until ? formatDay(row.until) : "For good"}</span>,
  },
  {
    id: "since",
    header: "Since",
    width: 150,
    text: (row) => formatFull(row.since),
    cell: (row) => <span className="t-2 clip">{[formatAge(row.since), row.addedBy].filter(Boolean).join(", ")}</span>,
  },
];
