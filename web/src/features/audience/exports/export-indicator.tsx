/** Follows one's own running exports from every page: a lasting toast with bar and count, then the download. */
import { useQuery } from "@tanstack/react-query";
import { X } from "lucide-react";
import { useEffect, useRef } from "react";
import { useLocation, useNavigate } from "react-router";
import { IconButton } from "@/components/button.tsx";
import { ProgressBar } from "@/components/progress-bar.tsx";
import { dismissLasting, showLasting, toastFailed, toastLink } from "@/components/toast.tsx";
import { formatCount } from "@/lib/format.ts";
import { type ExportRow, newestExportsQuery } from "./queries.ts";
import { useDownload } from "./use-download.ts";
import { FORMATS, leftOutOf, recordsOf } from "./words.ts";

const WHILE_RUNNING = 700;
/** Small ones are over before a bar would have been seen. */
const WORTH_A_BAR = 1500;

export default function ExportIndicator() {
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const { mutate: download } = useDownload();
  const query = useQuery({
    ...newestExportsQuery,
    refetchInterval: ({ state }) =>
      state.data?.some((row) => row.mine && row.state === "RUNNING") ? WHILE_RUNNING : false,
  });
  // Those that ran when they were last seen, or that came to be while the page was open; and those a person has closed.
  const known = useRef<Map<string, ExportRow["state"]> | null>(null);
  const closed = useRef(new Set<string>());
  const rows = query.data;
  const onExports = pathname === "/exports";

  useEffect(() => {
    if (rows === undefined) return;
    const before = known.current;
    known.current = new Map(rows.map((row) => [row.id, row.state]));
    for (const row of rows.filter(({ mine }) => mine)) {
      const open = () => void navigate("/exports");
      if (row.state === "RUNNING") {
        const young = Date.now() - Date.parse(row.createdAt) < WORTH_A_BAR;
        if (onExports || closed.current.has(row.id)) dismissLasting(row.id);
        else if (!young) {
          const close = () => {
            closed.current.add(row.id);
            dismissLasting(row.id);
          };
          showLasting(row.id, <Running row={row} onOpen={open} onClose={close} />);
        }
      } else if (before !== null && (before.get(row.id) ?? "RUNNING") === "RUNNING") {
        dismissLasting(row.id);
        if (row.state === "COMPLETED") {
          const without = leftOutOf(row) === null ? "" : `, ${leftOutOf(row)}`;
          const words = `${recordsOf(row)} exported as ${FORMATS[row.format]}${without}`;
          toastLink(words, "Download", () => download(row.id));
        } else if (row.state === "FAILED") {
          toastFailed(`Not exported. ${row.error ?? "Try again."}`);
        }
      }
    }
  }, [rows, onExports, navigate, download]);
  return null;
}

function Running({ row, onOpen, onClose }: { row: ExportRow; onOpen: () => void; onClose: () => void }) {
  const done = row.progress?.done ?? 0;
  const total = row.progress?.total ?? null;
  const title = `${recordsOf(row)} to ${FORMATS[row.format]}`;
  return (
    <div className="toast work" role="status" data-testid="export-indicator">
      <div className="row w-full">
        <span className="med clip">{title}</span>
        <span className="push num t-2 whitespace-nowrap">
          {formatCount(done)}
          {total === null ? "" : ` of ${formatCount(Math.max(total, done))}`}
        </span>
        <IconButton label="Hide; the export goes on" icon={X} noTooltip className="-mr-2" onClick={onClose} />
      </div>
      <div className="w-full">
        <ProgressBar done={done} total={total} label={`${title}, progress`} />
      </div>
      <div className="row w-full">
        <span className="t-12 t-3">{row.progress?.phase ?? "Starting"}</span>
        <button type="button" className="link push t-12" onClick={onOpen}>
          Open exports
        </button>
      </div>
    </div>
  );
}
