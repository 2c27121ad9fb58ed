import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { ListChecks } from "lucide-react";
import { useEffect, useState } from "react";
import { useNavigate, useParams } from "react-router";
import { Button } from "@/components/button.tsx";
import { Empty } from "@/components/empty.tsx";
import { LoadError, Notice } from "@/components/notice.tsx";
import { Wizard } from "@/components/wizard.tsx";
import { useMay, useMe } from "@/features/identity/me/queries.ts";
import { messageOf } from "@/lib/api-error.ts";
import { countOf, formatCount } from "@/lib/format.ts";
import { refusal } from "@/lib/permissions.ts";
import { useCatalogue } from "@/records/catalogue.ts";
import { useCrumb } from "@/shell/crumbs.tsx";
import { NotFound } from "@/shell/not-found.tsx";
import { PageSkeleton } from "@/shell/shell.tsx";
import { FixGrid } from "./fix-grid.tsx";
import { importCorrected, MOST_FIXED } from "./again.ts";
import { rejectedQuery } from "./fix-queries.ts";
import { alike, corrected, fixed, type Fixes, NO_FIXES, pasted, type RejectedRow } from "./fixes.ts";
import type { Choice } from "./mapping.ts";
import { type Import, importQuery } from "./queries.ts";
import { columnOf } from "./problem-column.ts";
import "./imports.css";

/** Rows drawn at once: each is as many fields as the file has columns. */
const PAGE = 50;
const NONE: [] = [];

/** Rejected rows of an import, put right in place; what was changed runs as an import of its own with the same settings. */
export default function FixPage() {
  const { id = "" } = useParams();
  const query = useQuery(importQuery(id));
  useCrumb(query.data === undefined || query.data === null ? undefined : `Fix rows of ${query.data.name}`);
  if (query.isPending) return <PageSkeleton />;
  if (query.isError) {
    return (
      <div className="p-5">
        <LoadError what="This import" error={query.error} retry={() => void query.refetch()} />
      </div>
    );
  }
  return query.data === null ? <NotFound what="import" /> : <FixStep key={id} one={query.data} />;
}

function FixStep({ one }: { one: Import }) {
  const me = useMe();
  const mayRun = useMay("IMPORTS_RUN");
  const navigate = useNavigate();
  const client = useQueryClient();
  const [fixes, setFixes] = useState<Fixes>(NO_FIXES);
  /** The cell left last: others may hold the same mistake. */
  const [last, setLast] = useState<{ row: RejectedRow; column: number } | null>(null);
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const [shown, setShown] = useState(PAGE);
  const fields = { CONTACT: useCatalogue("CONTACT") ?? NONE, ACCOUNT: useCatalogue("ACCOUNT") ?? NONE };
  const query = useQuery(rejectedQuery(one));
  const all = query.data?.rows ?? [];
  const rows = all.slice(0, shown);
  const back = () => void navigate(`/contacts/imports/${one.id}`);
  const run = useMutation({
    mutationFn: () => importCorrected(one.id, corrected(fixes, all), idempotencyKey),
    onSuccess: async (child) => {
      setFixes(NO_FIXES);
      await client.invalidateQueries({ queryKey: ["imports"] });
      void navigate(`/contacts/imports/${child}`, { state: { fresh: true } });
    },
  });
  useKeepOpen(fixes.size > 0 && !run.isSuccess);
  const choices: Choice[] = one.mapping.map(({ column, entity, field, rule }) => ({
    column,
    target: entity && field ? { entity, field } : null,
    rule,
  }));
  const same = last === null ? [] : alike(fixes, all, last.row, last.column);
  return (
    <Wizard
      title="Fix rejected rows"
      sub={
        <>
          <span className="mono">{one.fileName}</span>, {countOf(one.outcomes.rejected, "row", "rows")} rejected
          {one.fixedRows > 0 ? `, ${formatCount(one.fixedRows)} of them in by now` : ""}
        </>
      }
      steps={[]}
      current={0}
      onBack={back}
      backLabel="Back to the result"
      onNext={() => run.mutate()}
      nextLabel={
        fixes.size === 0 ? "Import changed rows" : `Import ${countOf(fixes.size, "changed row", "changed rows")}`
      }
      nextBusy={run.isPending || run.isSuccess}
      nextDisabledReason={
        !mayRun
          ? refusal(me.role, "import files")
          : fixes.size === 0
            ? "Change at least one row first"
            : fixes.size > MOST_FIXED
              ? `At most ${formatCount(MOST_FIXED)} rows at once; mend more of them in the file`
              : undefined
      }
      footNote={
        fixes.size === 0
          ? "Type over what is wrong. Enter goes down, a pasted column fills downwards."
          : "The rows left as they are stay rejected."
      }
      notice={
        run.isError ? (
          <Notice tone="danger" title="Not imported. What you typed is kept.">
            {messageOf(run.error)}
          </Notice>
        ) : same.length > 0 && last !== null && fixes.get(last.row.row)?.has(last.column) ? (
          <Alike
            rows={same}
            wrong={last.row.cells[last.column] ?? ""}
            right={fixes.get(last.row.row)?.get(last.column) ?? ""}
            onAll={(right) => {
              setFixes(same.reduce((next, row) => fixed(next, row, last.column, right), fixes));
              setLast(null);
            }}
          />
        ) : null
      }
    >
      {query.isPending ? (
        <PageSkeleton />
      ) : query.isError ? (
        <div className="p-5">
          <LoadError what="The rejected rows" error={query.error} retry={() => void query.refetch()} />
        </div>
      ) : rows.length === 0 ? (
        <div className="grid min-h-0 flex-1 place-items-center">
          <Empty icon={ListChecks} title={query.data.wentIn > 0 ? "All rejected rows are in" : "No rejected rows"}>
            {query.data.wentIn > 0
              ? "Every one of them was put right and imported."
              : "Every row of this file went in, or its rows are not kept any more."}
          </Empty>
        </div>
      ) : (
        <div className="scroll">
          <FixGrid
            columns={one.columns}
            mapped={new Set(choices.map((choice) => choice.column))}
            columnOf={(problem) => columnOf(problem, choices, fields)}
            rows={rows}
            fixes={fixes}
            onCell={(row, column, value) => setFixes(fixed(fixes, row, column, value))}
            onLeave={(row, column) => setLast({ row, column })}
            onPaste={(index, column, text) => {
              setFixes(pasted(fixes, rows, { index, column }, one.columns.length, text));
              setLast(null);
            }}
          />
          {shown < all.length ? (
            <div className="row p-4">
              <Button small onClick={() => setShown(shown + PAGE)}>
                Show more rows
              </Button>
              <span className="t-3 t-12">
                {formatCount(rows.length)} of {formatCount(all.length)}
              </span>
            </div>
          ) : query.data.cut ? (
            <p className="t-3 t-12 p-4">
              More rows were rejected than are put right at once. Import these, then come back for the next ones.
            </p>
          ) : null}
        </div>
      )}
    </Wizard>
  );
}

/** The same mistake is most often made many times: one press puts it right everywhere. */
function Alike(props: { rows: RejectedRow[]; wrong: string; right: string; onAll: (right: string) => void }) {
  const others = countOf(props.rows.length, "other row", "other rows");
  return (
    <Notice
      tone="info"
      title={props.wrong === "" ? `${others} have nothing here either` : `“${props.wrong}” stands in ${others}`}
      action={
        <Button small onClick={() => props.onAll(props.right)}>
          Write “{props.right}” there too
        </Button>
      }
    />
  );
}

/** What was typed is lost with the page: the browser asks before. */
function useKeepOpen(unsaved: boolean): void {
  useEffect(() => {
    if (!unsaved) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [unsaved]);
}
