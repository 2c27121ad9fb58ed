/** Follows one's own bulk changes from every page: a lasting toast with bar and count, then what it came to with Undo. */
import { type QueryClient, useQuery, useQueryClient } from "@tanstack/react-query";
import { X } from "lucide-react";
import { useEffect, useRef } from "react";
import { useLocation, useNavigate } from "react-router";
import { IconButton } from "@/components/button.tsx";
import { ProgressBar } from "@/components/progress-bar.tsx";
import { dismissLasting, showLasting, toastDone, toastLink } from "@/components/toast.tsx";
import { formatCount } from "@/lib/format.ts";
import { paceWords } from "@/records/pace.ts";
import { cameTo, isAtWork, nounsOf } from "./bulk-state.ts";
import { undoBulk } from "./mutations.ts";
import { type Bulk, bulkQuery, newestBulksQuery } from "./queries.ts";
import { refreshAfterBulk } from "./use-bulk.ts";

const WHILE_RUNNING = 700;
/** Small ones are over before a bar would have been seen. */
const WORTH_A_BAR = 1500;
/** How long an undo from the toast is waited for until the lists are read again. */
const UNDO_PATIENCE = 40;

export default function BulkIndicator() {
  const client = useQueryClient();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const query = useQuery({
    ...newestBulksQuery,
    refetchInterval: ({ state }) => (state.data?.some((row) => row.mine && isAtWork(row)) ? WHILE_RUNNING : false),
  });
  // Those that ran when they were last seen, or that came to be while the page was open; and those a person has closed.
  const known = useRef<Map<string, boolean> | null>(null);
  const closed = useRef(new Set<string>());
  const rows = query.data;

  useEffect(() => {
    if (rows === undefined) return;
    const before = known.current;
    known.current = new Map(rows.map((row) => [row.id, isAtWork(row)]));
    for (const row of rows.filter(({ mine }) => mine)) {
      const open = () => void navigate(`/bulk/${row.id}`);
      // Its own page shows all of it.
      const here = pathname.startsWith(`/bulk/${row.id}`);
      if (isAtWork(row)) {
        const young = Date.now() - Date.parse(row.createdAt) < WORTH_A_BAR;
        if (here || closed.current.has(row.id)) dismissLasting(row.id);
        else if (!young) {
          const close = () => {
            closed.current.add(row.id);
            dismissLasting(row.id);
          };
          showLasting(row.id, <Running row={row} onOpen={open} onClose={close} />);
        }
      } else if (before !== null && (before.get(row.id) ?? true)) {
        dismissLasting(row.id);
        void refreshAfterBulk(client);
        if (here || row.state === "UNDONE") continue;
        const { changed, refused, notRun } = row.counts;
        // What did not go through has to be looked at; what did is a press away from being undone.
        if (row.state !== "COMPLETED" || refused + notRun > 0 || changed === 0) {
          const rest = refused > 0 ? `, ${formatCount(refused)} refused` : "";
          toastLink(`${cameTo(row)}${changed > 0 ? rest : ""}`, "View result", open);
        } else {
          const undo = async () => {
            await undoBulk(row.id);
            await untilUndone(client, row.id);
            await refreshAfterBulk(client);
          };
          toastDone(cameTo(row), undo, { label: "View result", open });
        }
      }
    }
  }, [rows, pathname, navigate, client]);
  return null;
}

async function untilUndone(client: QueryClient, id: string): Promise<void> {
  for (let look = 0; look < UNDO_PATIENCE; look += 1) {
    const one = await client.fetchQuery({ ...bulkQuery(id), staleTime: 0 });
    if (one?.undo && one.undo.state !== "RUNNING") return;
    await new Promise((done) => setTimeout(done, 300));
  }
}

function Running({ row, onOpen, onClose }: { row: Bulk; onOpen: () => void; onClose: () => void }) {
  const done = row.progress?.done ?? 0;
  const total = row.progress?.total ?? row.expected ?? null;
  const { title } = row.action;
  return (
    <div className="toast work" role="status" data-testid="bulk-indicator">
      <div className="row w-full">
        <span className="med clip">{title}</span>
        <span className="push num t-2 whitespace-nowrap">
          {formatCount(done)}
          {total === null ? "" : ` of ${formatCount(Math.max(total, done))}`}
        </span>
        <IconButton label="Hide; the bulk change goes on" icon={X} noTooltip className="-mr-2" onClick={onClose} />
      </div>
      <div className="w-full">
        <ProgressBar done={done} total={total} label={`${title}, progress`} />
      </div>
      <div className="row w-full">
        <span className="t-12 t-3 num">
          {paceWords(row.progress, nounsOf(row.entity)[1]) || (row.progress?.phase ?? "Starting")}
        </span>
        <button type="button" className="link push t-12" onClick={onOpen}>
          Open
        </button>
      </div>
    </div>
  );
}
