import { Link } from "react-router";
import { Status } from "@/components/badge.tsx";
import type { Column } from "@/components/data-table/types.ts";
import { OutcomeBar, type OutcomePart } from "@/components/outcome-bar.tsx";
import { ProgressBar } from "@/components/progress-bar.tsx";
import { formatAge, formatCount, formatFull } from "@/lib/format.ts";
import { audienceOf, type ContactRun, isAtWork, STATES, totalOf } from "./run.ts";

/** Of a list of runs. `good` is the number that matters most. */
export function runColumns<T extends ContactRun>(of: {
  path: string;
  titleOf: (one: T) => string;
  partsOf: (one: T) => OutcomePart[];
  good: { id: string; header: string; value: (one: T) => number };
}): Column<T>[] {
  const { path, titleOf, partsOf, good } = of;
  return [
    {
      id: "what",
      header: "What",
      width: 220,
      grows: true,
      text: titleOf,
      cell: (row) => (
        <Link to={`${path}/${row.id}`} className="clip med hover:underline" tabIndex={-1}>
          {titleOf(row)}
        </Link>
      ),
    },
    {
      id: "which",
      header: "Which",
      width: 190,
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
    {
      id: "outcome",
      header: "What was found out",
      width: 200,
      cell: (row) =>
        isAtWork(row) ? (
          <ProgressBar
            done={row.progress?.done ?? 0}
            total={row.progress?.total ?? null}
            label={`${titleOf(row)}, progress`}
          />
        ) : (
          <OutcomeBar thin parts={partsOf(row)} total={totalOf(row.counts)} />
        ),
    },
    {
      id: good.id,
      header: good.header,
      width: 90,
      align: "right",
      cell: (row) => formatCount(good.value(row)),
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
}
