import { Status } from "@/components/badge.tsx";
import type { Column } from "@/components/data-table/types.ts";
import { formatDay, formatFull } from "@/lib/format.ts";
import type { PrivacyRequest } from "./queries.ts";
import { CAME_BY, dueWords, KINDS, STATES, URGENCIES } from "./words.ts";

export const requestColumns: Column<PrivacyRequest>[] = [
  {
    id: "person",
    header: "Person",
    width: 220,
    grows: true,
    text: (row) => row.personLabel,
    cell: (row) => <span className="med clip">{row.personLabel}</span>,
  },
  {
    id: "kind",
    header: "Request",
    width: 100,
    text: (row) => KINDS[row.kind].label,
    cell: (row) => <span>{KINDS[row.kind].label}</span>,
  },
  {
    id: "due",
    header: "Deadline",
    width: 170,
    text: (row) => formatFull(row.dueAt),
    cell: (row) => <Status tone={URGENCIES[row.urgency].tone}>{dueWords(row)}</Status>,
  },
  {
    id: "state",
    header: "State",
    width: 130,
    text: (row) => STATES[row.state].label,
    cell: (row) => <Status tone={STATES[row.state].tone}>{STATES[row.state].label}</Status>,
  },
  {
    id: "assignee",
    header: "With",
    width: 150,
    text: (row) => row.assignee,
    cell: (row) => <span className="t-2 clip">{row.assignee ?? "—"}</span>,
  },
  {
    id: "received",
    header: "Received",
    width: 120,
    text: (row) => formatFull(row.receivedAt),
    cell: (row) => <span className="t-2">{formatDay(row.receivedAt)}</span>,
  },
  {
    id: "cameBy",
    header: "Came by",
    width: 100,
    lowPriority: true,
    text: (row) => CAME_BY[row.cameBy],
    cell: (row) => <span className="t-2">{CAME_BY[row.cameBy]}</span>,
  },
];
