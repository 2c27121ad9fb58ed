import { Link } from "react-router";
import { Status } from "@/components/badge.tsx";
import type { Column } from "@/components/data-table/types.ts";
import { formatFull } from "@/lib/format.ts";
import { LEDGER } from "@/records/email-sending/ledger-words.ts";
import { responseWords } from "@/records/email-sending/response-words.ts";
import type { Recipient } from "./queries.ts";
import { momentWords, recipientName } from "./words.ts";

export const RECIPIENT_COLUMNS: Column<Recipient>[] = [
  {
    id: "recipient",
    header: "Recipient",
    width: 220,
    text: recipientName,
    cell: (row) =>
      row.contact ? (
        <Link to={`/contacts/${row.contactId}`} className="clip med hover:underline" tabIndex={-1}>
          {recipientName(row)}
        </Link>
      ) : (
        <span className="t-3 clip">{recipientName(row)}</span>
      ),
  },
  {
    id: "address",
    header: "Address",
    width: 240,
    lowPriority: true,
    text: (row) => row.contact?.email,
    cell: (row) => <span className="mono t-2 clip">{row.contact?.email ?? "—"}</span>,
  },
  {
    id: "outcome",
    header: "Outcome",
    width: 130,
    cell: (row) => <Status tone={LEDGER[row.state].tone}>{LEDGER[row.state].label}</Status>,
  },
  {
    id: "because",
    header: "Because",
    width: 180,
    text: (row) => row.reasonLabel,
    cell: (row) => <span className="t-2 clip">{row.reasonLabel ?? "—"}</span>,
  },
  {
    id: "responses",
    header: "What came of it",
    width: 220,
    grows: true,
    text: (row) => responseWords(row.responses),
    cell: (row) => <span className="t-2 clip">{responseWords(row.responses) || "—"}</span>,
  },
  {
    id: "variant",
    header: "Variant",
    width: 80,
    cell: (row) => <span className="t-2">{row.variant ?? "—"}</span>,
  },
  {
    id: "at",
    header: "At",
    width: 150,
    align: "right",
    text: (row) => formatFull(row.sentAt ?? row.at),
    cell: (row) => <span className="t-2 num">{momentWords(row)}</span>,
  },
];
