import { Status } from "@/components/badge.tsx";
import type { Column } from "@/components/data-table/types.ts";
import { formatAge, formatFull } from "@/lib/format.ts";
import type { Reply } from "./queries.ts";
import { KINDS, kindWords, senderOf, subjectOf } from "./words.ts";

export const replyColumns: Column<Reply>[] = [
  {
    id: "from",
    header: "From",
    width: 200,
    text: (row) => (row.forgotten ? senderOf(row) : row.address),
    cell: (row) => <span className={row.done ? "t-2 clip" : "med clip"}>{senderOf(row)}</span>,
  },
  {
    id: "subject",
    header: "Subject",
    width: 280,
    grows: true,
    text: subjectOf,
    cell: (row) => <span className={row.subject === "" ? "t-3 clip" : "clip"}>{subjectOf(row)}</span>,
  },
  {
    id: "kind",
    header: "Wrote",
    width: 170,
    text: kindWords,
    cell: (row) => <Status tone={KINDS[row.kind].tone}>{kindWords(row)}</Status>,
  },
  {
    id: "contact",
    header: "Contact",
    width: 160,
    lowPriority: true,
    text: (row) => row.contactName,
    cell: (row) => <span className="t-2 clip">{row.contactName ?? "—"}</span>,
  },
  {
    id: "assignee",
    header: "With",
    width: 140,
    text: (row) => row.assigneeName,
    cell: (row) => <span className="t-2 clip">{row.assigneeName ?? "—"}</span>,
  },
  {
    id: "state",
    header: "State",
    width: 90,
    lowPriority: true,
    text: (row) => (row.done ? "Done" : "To do"),
    cell: (row) => <span className="t-2">{row.done ? "Done" : "To do"}</span>,
  },
  {
    id: "at",
    header: "Received",
    width: 120,
    text: (row) => formatFull(row.at),
    cell: (row) => <span className="t-2">{formatAge(row.at)}</span>,
  },
];
