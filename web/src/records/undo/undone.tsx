import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "react-router";
import { Button } from "@/components/button.tsx";
import { Card } from "@/components/card.tsx";
import { countOf, formatMoment } from "@/lib/format.ts";
import { useCatalogue } from "@/records/catalogue.ts";
import { SaveCsv } from "../save-list.tsx";
import { conflictsOf, type UndoRun, undoWords } from "./undo.ts";
import { UndoConflicts } from "./undo-conflicts.tsx";
import { type Undoable, undoLeftQuery } from "./undo-rows.ts";

const NONE: [] = [];

/** What the last undo took back, and what it left and why. `to` is where it is followed while it runs. */
export function Undone({ work, undo, to }: { work: Undoable; undo: UndoRun; to: string }) {
  const [open, setOpen] = useState(false);
  const left = conflictsOf(undo);
  return (
    <section className="span">
      <Card
        title={
          undo.state === "RUNNING" ? "Being undone" : undo.state === "CANCELLED" ? "Undone in part" : "The last undo"
        }
        aside={
          undo.state === "RUNNING" ? (
            <Link className="link" to={to}>
              See how far it is
            </Link>
          ) : left > 0 ? (
            <button type="button" className="link" aria-expanded={open} onClick={() => setOpen(!open)}>
              {open ? "Hide what was left" : "Show what was left"}
            </button>
          ) : undefined
        }
      >
        <p data-testid="undone-words">{undoWords(undo, work.words.back, true)}</p>
        <p className="t-2">
          {left === 0
            ? "Nothing was left."
            : `${countOf(left, "record was", "records were")} touched since the ${work.words.work} and left, in whole or in part.`}
          {undo.finishedAt ? ` Ended ${formatMoment(undo.finishedAt)}.` : ""}
        </p>
        {open ? <Left work={work} undo={undo} total={left} /> : null}
      </Card>
    </section>
  );
}

function Left({ work, undo, total }: { work: Undoable; undo: UndoRun; total: number }) {
  const fields = { CONTACT: useCatalogue("CONTACT") ?? NONE, ACCOUNT: useCatalogue("ACCOUNT") ?? NONE };
  const query = useInfiniteQuery(undoLeftQuery(work, undo.startedAt));
  const rows = query.data?.pages.flatMap((page) => page.rows) ?? [];
  return (
    <div className="mt-3 overflow-x-auto">
      <UndoConflicts
        words={work.words}
        conflicts={rows}
        total={total}
        fields={fields}
        choice={null}
        onChoice={() => {}}
      />
      {work.files === undefined ? null : <SaveCsv path={work.files.left} name="undo-left" />}
      {query.hasNextPage ? (
        <Button small className="mt-2" busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          Show more
        </Button>
      ) : null}
    </div>
  );
}
