import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { Status } from "@/components/badge.tsx";
import type { Column } from "@/components/data-table/types.ts";
import { OutcomeBar } from "@/components/outcome-bar.tsx";
import type { Me } from "@/features/identity/me/queries.ts";
import { formatAge, formatCount, formatFull } from "@/lib/format.ts";
import { sharingName } from "@/records/sharing.ts";
import { type DomainSet, figuresQuery } from "./queries.ts";
import { isAtWork, rateWords, reachWords, reportParts, standingOf } from "./words.ts";

export function domainSetColumns(me: Me): Column<DomainSet>[] {
  return [
    {
      id: "name",
      header: "Name",
      width: 260,
      grows: true,
      text: (row) => [row.name, row.fileName].filter(Boolean).join(", from "),
      cell: (row) => (
        <Link to={`/domain-sets/${row.id}`} className="clip med hover:underline" tabIndex={-1}>
          {row.name}
        </Link>
      ),
    },
    {
      id: "state",
      header: "State",
      width: 110,
      text: (row) => row.error,
      cell: (row) => <Status tone={standingOf(row).tone}>{standingOf(row).label}</Status>,
    },
    {
      id: "items",
      header: "Domains",
      width: 100,
      align: "right",
      cell: (row) => formatCount(row.items),
    },
    { id: "rate", header: "Match rate", width: 200, cell: (row) => <MatchRate set={row} /> },
    { id: "contacts", header: "Contacts", width: 110, align: "right", cell: (row) => <Contacts set={row} /> },
    {
      id: "sharing",
      header: "Seen by",
      width: 120,
      lowPriority: true,
      cell: (row) => <span className="t-2 clip">{sharingName(row, me)}</span>,
    },
    {
      id: "owner",
      header: "By",
      width: 140,
      lowPriority: true,
      text: (row) => row.ownerName,
      cell: (row) => <span className="t-2 clip">{row.ownerName ?? "—"}</span>,
    },
    {
      id: "changed",
      header: "Changed",
      width: 110,
      align: "right",
      text: (row) => formatFull(row.updatedAt),
      cell: (row) => <span className="t-2">{formatAge(row.updatedAt)}</span>,
    },
  ];
}

/** Counted row by row, and only for rows in sight: the list itself never waits for it. */
function useFigures(set: DomainSet) {
  return useQuery({ ...figuresQuery(set.id), refetchInterval: isAtWork(set) ? 3000 : false }).data;
}

function MatchRate({ set }: { set: DomainSet }) {
  const figures = useFigures(set);
  if (!figures || figures.report.items === 0) return <span className="t-3">{figures === undefined ? "…" : "—"}</span>;
  const { report, contactCount } = figures;
  return (
    <span className="flex items-center gap-3" title={reachWords(report, contactCount)}>
      <span className="grow">
        <OutcomeBar
          thin
          parts={reportParts(report, undefined).filter(({ status }) => status !== "PENDING")}
          total={report.items}
        />
      </span>
      <span className="num w-12 text-right">{rateWords(report.matchRate)}</span>
    </span>
  );
}

function Contacts({ set }: { set: DomainSet }) {
  const figures = useFigures(set);
  if (!figures) return <span className="t-3">…</span>;
  return <>{formatCount(figures.contactCount)}</>;
}
