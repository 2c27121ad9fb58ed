/** Follows running imports from every other page: a lasting toast with bar, rate and time left, then the result. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { X } from "lucide-react";
import { useEffect, useRef } from "react";
import { useLocation, useNavigate } from "react-router";
import { IconButton } from "@/components/button.tsx";
import { ProgressBar } from "@/components/progress-bar.tsx";
import { dismissLasting, showLasting, toastLink } from "@/components/toast.tsx";
import { countOf, formatCount } from "@/lib/format.ts";
import { paceWords } from "@/records/pace.ts";
import { importedOf } from "./import-state.ts";
import { type ImportRow, newestImportsQuery } from "./queries.ts";
import { refreshAfterImport } from "./use-import.ts";

const WHILE_RUNNING = 2000;
/** Somebody else may start one. */
const OTHERWISE = 60_000;

export default function ImportIndicator() {
  const client = useQueryClient();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const query = useQuery({
    ...newestImportsQuery,
    refetchInterval: ({ state }) => (state.data?.some((row) => row.state === "RUNNING") ? WHILE_RUNNING : OTHERWISE),
  });
  // Ids shown as running, and those a person has closed.
  const shown = useRef(new Set<string>());
  const closed = useRef(new Set<string>());
  const rows = query.data;
  const onImports = pathname.startsWith("/contacts/imports");

  useEffect(() => {
    for (const row of rows ?? []) {
      const open = () => void navigate(`/contacts/imports/${row.id}`);
      if (row.state === "RUNNING") {
        if (onImports || closed.current.has(row.id)) {
          dismissLasting(row.id);
        } else {
          showLasting(
            row.id,
            <Running
              row={row}
              onOpen={open}
              onClose={() => {
                closed.current.add(row.id);
                dismissLasting(row.id);
              }}
            />,
          );
        }
        shown.current.add(row.id);
      } else if (shown.current.delete(row.id)) {
        dismissLasting(row.id);
        if (!onImports) {
          toastLink(endWords(row), "View result", open);
          void refreshAfterImport(client);
        }
      }
    }
  }, [rows, onImports, navigate, client]);
  return null;
}

function endWords(row: ImportRow): string {
  if (row.state === "FAILED") return `${row.name} ended early. What was written before stays.`;
  if (row.state === "CANCELLED") return `${row.name} was stopped.`;
  return `${row.name}: ${countOf(importedOf(row.outcomes), "row", "rows")} imported`;
}

function Running({ row, onOpen, onClose }: { row: ImportRow; onOpen: () => void; onClose: () => void }) {
  const done = Math.max(row.outcomes.read, row.progress?.done ?? 0);
  const total = row.progress?.total ?? row.rowCount ?? null;
  return (
    <div className="toast work" role="status" data-testid="import-indicator">
      <div className="row w-full">
        <span className="med clip">{row.name}</span>
        <span className="push num t-2 whitespace-nowrap">
          {formatCount(done)}
          {total === null ? "" : ` of ${formatCount(Math.max(total, done))}`}
        </span>
        <IconButton label="Hide; the import goes on" icon={X} noTooltip className="-mr-2" onClick={onClose} />
      </div>
      <div className="w-full">
        <ProgressBar done={done} total={total} label={`${row.name}, progress`} />
      </div>
      <div className="row w-full">
        <span className="t-12 t-3 num">{paceWords(row.progress) || "Starting"}</span>
        <button type="button" className="link push t-12" onClick={onOpen}>
          Open
        </button>
      </div>
    </div>
  );
}
