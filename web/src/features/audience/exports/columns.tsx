import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { Status } from "@/components/badge.tsx";
import { Button } from "@/components/button.tsx";
import type { Column } from "@/components/data-table/types.ts";
import { ProgressBar } from "@/components/progress-bar.tsx";
import { toastFailed } from "@/components/toast.tsx";
import { messageOf } from "@/lib/api-error.ts";
import { formatAge, formatBytes, formatDay, formatFull } from "@/lib/format.ts";
import { whichOf } from "@/records/list-words.ts";
import { cancelExport } from "./mutations.ts";
import type { ExportRow } from "./queries.ts";
import { useDownload } from "./use-download.ts";
import { FORMATS, leftOutOf, reasonOf, recordsOf, STATES } from "./words.ts";

const nothing = <span className="t-3">—</span>;

export const exportColumns: Column<ExportRow>[] = [
  {
    id: "what",
    header: "What",
    width: 190,
    text: (row) => [recordsOf(row), leftOutOf(row)].filter(Boolean).join(", "),
    cell: (row) => (
      <span className="row min-w-0 gap-1.5">
        <span className="med clip">{recordsOf(row)}</span>
        {row.state === "COMPLETED" && leftOutOf(row) !== null ? (
          <span className="t-3 clip">{leftOutOf(row)}</span>
        ) : null}
      </span>
    ),
  },
  {
    id: "which",
    header: "Which",
    width: 180,
    grows: true,
    text: (row) => whichOf(row.filter),
    cell: (row) => <span className="t-2 clip">{whichOf(row.filter)}</span>,
  },
  { id: "format", header: "Format", width: 76, cell: (row) => FORMATS[row.format] },
  {
    id: "state",
    header: "State",
    width: 120,
    text: reasonOf,
    cell: (row) =>
      row.state === "RUNNING" && row.progress ? (
        <ProgressBar
          done={row.progress.done}
          total={row.progress.total ?? null}
          label={`${recordsOf(row)}, progress`}
        />
      ) : (
        <Status tone={STATES[row.state].tone}>{STATES[row.state].label}</Status>
      ),
  },
  {
    id: "size",
    header: "Size",
    width: 80,
    align: "right",
    lowPriority: true,
    cell: (row) => (row.fileSize === null || row.fileSize === undefined ? nothing : formatBytes(row.fileSize)),
  },
  {
    id: "who",
    header: "By",
    width: 130,
    lowPriority: true,
    text: (row) => row.createdBy,
    cell: (row) => <span className="t-2">{row.createdBy ?? "—"}</span>,
  },
  {
    id: "created",
    header: "When",
    width: 90,
    align: "right",
    text: (row) => formatFull(row.createdAt),
    cell: (row) => <span className="t-2">{formatAge(row.createdAt)}</span>,
  },
  {
    id: "expires",
    header: "Kept until",
    width: 96,
    align: "right",
    text: (row) => (row.expiresAt ? formatFull(row.expiresAt) : null),
    cell: (row) =>
      row.state === "COMPLETED" && row.expiresAt ? <span className="t-2">{formatDay(row.expiresAt)}</span> : nothing,
  },
  { id: "file", header: "File", width: 140, align: "right", cell: (row) => <FileCell row={row} /> },
];

function FileCell({ row }: { row: ExportRow }) {
  const client = useQueryClient();
  const download = useDownload();
  const cancel = useMutation({
    mutationFn: cancelExport,
    onError: (error) => toastFailed(`Not cancelled. ${messageOf(error)}`),
    onSettled: () => client.invalidateQueries({ queryKey: ["exports"] }),
  });
  // The row itself does nothing when it is pressed.
  const name = `${recordsOf(row)} as ${FORMATS[row.format]}`;
  if (row.state === "COMPLETED") {
    return (
      <Button
        variant="quiet"
        small
        icon={Download}
        aria-label={`Download ${name}`}
        busy={download.isPending}
        onClick={() => download.mutate(row.id)}
      >
        Download
      </Button>
    );
  }
  if (row.state === "RUNNING") {
    return (
      <Button
        variant="quiet"
        small
        aria-label={`Cancel ${name}`}
        busy={cancel.isPending}
        onClick={() => cancel.mutate(row.id)}
      >
        Cancel
      </Button>
    );
  }
  return nothing;
}
