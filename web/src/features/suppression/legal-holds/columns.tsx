import { Status } from "@/components/badge.tsx";
import type { Column } from "@/components/data-table/types.ts";
import { formatDay, formatFull } from "@/lib/format.ts";
import type { LegalHold } from "./queries.ts";
import { SCOPES } from "./words.ts";

export const legalHoldColumns: Column<LegalHold>[] = [
  {
    id: "what",
    header: "Held",
    width: 220,
    grows: true,
    text: (row) => row.label,
    cell: (row) => <span className="med clip">{row.label}</span>,
  },
  {
    id: "scope",
    header: "Over",
    width: 150,
    lowPriority: true,
    text: (row) => SCOPES[row.scope],
    cell: (row) => <span className="t-2">{SCOPES[row.scope]}</span>,
  },
  {
    id: "reference",
    header: "Reference",
    width: 150,
    text: (row) => row.reference,
    cell: (row) => <span className="t-2 clip">{row.reference ?? "—"}</span>,
  },
  {
    id: "reason",
    header: "Reason",
    width: 240,
    text: (row) => row.reason,
    cell: (row) => <span className="t-2 clip">{row.reason ?? "—"}</span>,
  },
  {
    id: "state",
    header: "State",
    width: 110,
    text: (row) => row.liftReason ?? (row.standing ? "Stands" : "Lifted"),
    cell: (row) => <Status tone={row.standing ? "warning" : "neutral"}>{row.standing ? "Stands" : "Lifted"}</Status>,
  },
  {
    id: "since",
    header: "Placed",
    width: 180,
    text: (row) => formatFull(row.since),
    cell: (row) => <span className="t-2 clip">{[formatDay(row.since), row.placedBy].filter(Boolean).join(", ")}</span>,
  },
];
