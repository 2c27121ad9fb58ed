import { Check, RotateCcw, X } from "lucide-react";
import { Link } from "react-router";
import { Badge, Status } from "@/components/badge.tsx";
import { IconButton } from "@/components/button.tsx";
import type { Column } from "@/components/data-table/types.ts";
import { formatFull } from "@/lib/format.ts";
import type { Suggestion } from "./queries.ts";
import { becauseWords, byWords, DECISIONS, SURE } from "./words.ts";

export interface SuggestionActions {
  onAccept: (suggestion: Suggestion) => void;
  onReject: (suggestion: Suggestion) => void;
  onReopen: (suggestion: Suggestion) => void;
  mayDecide: boolean;
  /** Of suggestions that somebody answered. */
  decided: boolean;
}

export const nameOf = (row: Suggestion): string => row.accountName ?? row.accountDomain ?? "Unnamed account";

export function suggestionColumns({
  onAccept,
  onReject,
  onReopen,
  mayDecide,
  decided,
}: SuggestionActions): Column<Suggestion>[] {
  const columns: Column<Suggestion>[] = [
    {
      id: "account",
      header: "Account",
      width: 220,
      text: nameOf,
      cell: (row) => (
        <Link className="med clip" to={`/accounts/${row.accountId}`}>
          {nameOf(row)}
        </Link>
      ),
    },
    {
      id: "industry",
      header: "Suggested industry",
      width: 190,
      text: (row) => [row.industry, row.naics?.title].filter(Boolean).join(": "),
      cell: (row) => (
        <span className="row">
          <span className="clip">{row.industry}</span>
          {row.reverted ? <Badge tone="warning">Taken back</Badge> : null}
        </span>
      ),
    },
    {
      id: "current",
      header: "Now",
      width: 150,
      lowPriority: true,
      text: (row) => row.currentIndustry,
      cell: (row) => <span className="t-2 clip">{row.currentIndustry ?? "—"}</span>,
    },
    {
      id: "confidence",
      header: "Confidence",
      width: 100,
      align: "right",
      cell: (row) => <span className={`num ${row.confidence >= SURE ? "med" : "t-2"}`}>{row.confidence} %</span>,
    },
    {
      id: "codes",
      header: "NAICS, SIC",
      width: 120,
      lowPriority: true,
      text: (row) => [row.naics?.title, row.sic?.title].filter(Boolean).join(" / "),
      cell: (row) => (
        <span className="mono t-2 clip">{[row.naics?.code, row.sic?.code].filter(Boolean).join(", ") || "—"}</span>
      ),
    },
    {
      id: "because",
      header: "Because",
      width: 200,
      grows: true,
      text: (row) => [becauseWords(row.because), row.description].filter(Boolean).join(". "),
      cell: (row) => <span className="t-2 clip">{becauseWords(row.because) || row.description}</span>,
    },
    // What nobody decided yet says so by its tab.
    ...(decided ? [DECISION] : []),
    {
      id: "by",
      header: "By",
      width: 96,
      lowPriority: true,
      text: (row) => `${byWords(row.suggestedBy)}, ${formatFull(row.suggestedAt)}`,
      cell: (row) => <span className="t-2 clip">{byWords(row.suggestedBy)}</span>,
    },
  ];
  if (!mayDecide) return columns;
  return [
    ...columns,
    {
      id: "actions",
      header: "Actions",
      width: 96,
      align: "right",
      cell: (row) => <Decide row={row} onAccept={onAccept} onReject={onReject} onReopen={onReopen} />,
    },
  ];
}

/** What can be said to it by now; nothing to what was accepted and still holds. */
export function Decide({
  row,
  onAccept,
  onReject,
  onReopen,
}: { row: Suggestion } & Pick<SuggestionActions, "onAccept" | "onReject" | "onReopen">) {
  const open = row.decision === "PENDING";
  if (!open && !row.reverted && row.decision !== "REJECTED") return null;
  return (
    <span className="row justify-end gap-1">
      {open || row.reverted ? (
        <IconButton label={`Accept for ${nameOf(row)}`} icon={Check} onClick={() => onAccept(row)} />
      ) : (
        <IconButton label={`Review again for ${nameOf(row)}`} icon={RotateCcw} onClick={() => onReopen(row)} />
      )}
      {open ? <IconButton label={`Reject for ${nameOf(row)}`} icon={X} onClick={() => onReject(row)} /> : null}
    </span>
  );
}

const DECISION: Column<Suggestion> = {
  id: "decision",
  header: "Decision",
  width: 130,
  text: (row) => [row.decidedByName, row.reason].filter(Boolean).join(": "),
  cell: (row) => <Status tone={DECISIONS[row.decision].tone}>{DECISIONS[row.decision].label}</Status>,
};
