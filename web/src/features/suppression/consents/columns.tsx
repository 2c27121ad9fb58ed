import { Status } from "@/components/badge.tsx";
import type { Column } from "@/components/data-table/types.ts";
import { countryName, formatAge, formatDay, formatFull } from "@/lib/format.ts";
import type { Consent } from "./queries.ts";
import { CHANNELS, proofWords, STANDINGS, STATES } from "@/records/consent-words.ts";

export const consentColumns: Column<Consent>[] = [
  {
    id: "contact",
    header: "Person",
    width: 220,
    grows: true,
    text: (row) => row.contactLabel,
    cell: (row) => <span className="med clip">{row.contactLabel}</span>,
  },
  {
    id: "account",
    header: "Company",
    width: 170,
    lowPriority: true,
    text: (row) => row.accountName,
    cell: (row) => <span className="t-2 clip">{row.accountName ?? "—"}</span>,
  },
  {
    id: "country",
    header: "Country",
    width: 130,
    lowPriority: true,
    text: (row) => (row.country ? countryName(row.country) : null),
    cell: (row) => <span className="t-2 clip">{row.country ? countryName(row.country) : "—"}</span>,
  },
  {
    id: "channel",
    header: "For",
    width: 80,
    text: (row) => CHANNELS[row.channel],
    cell: (row) => <span className="t-2">{CHANNELS[row.channel]}</span>,
  },
  {
    id: "standing",
    header: "Basis",
    width: 170,
    text: (row) => row.standingLabel,
    cell: (row) => <Status tone={STANDINGS[row.standing].tone}>{row.standingLabel}</Status>,
  },
  {
    id: "origin",
    header: "Source",
    width: 180,
    text: (row) => row.origin,
    cell: (row) => <span className="t-2 clip">{row.origin ?? "—"}</span>,
  },
  {
    id: "proof",
    header: "Proof",
    width: 160,
    text: proofWords,
    cell: (row) => <span className="t-2 clip">{proofWords(row) || "—"}</span>,
  },
  {
    id: "given",
    header: "Given or withdrawn",
    width: 140,
    text: (row) => formatFull(row.givenAt),
    cell: (row) => <span className="t-2">{formatDay(row.givenAt)}</span>,
  },
  {
    id: "state",
    header: "State",
    width: 110,
    text: (row) => row.takenBackWhy ?? STATES[row.state],
    cell: (row) => <span className="t-2">{STATES[row.state]}</span>,
  },
  {
    id: "recorded",
    header: "Recorded",
    width: 160,
    lowPriority: true,
    text: (row) => formatFull(row.recordedAt),
    cell: (row) => (
      <span className="t-2 clip">{[formatAge(row.recordedAt), row.recordedBy].filter(Boolean).join(", ")}</span>
    ),
  },
];
