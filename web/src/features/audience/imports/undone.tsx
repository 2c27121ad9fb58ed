import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "react-router";
import { Button } from "@/components/button.tsx";
import { Card } from "@/components/card.tsx";
import { countOf, formatMoment } from "@/lib/format.ts";
import { useCatalogue } from "@/records/catalogue.ts";
import type { Import, UndoRun } from "./queries.ts";
import { conflictsOf, undoWords } from "./undo.ts";
import { UndoConflicts } from "./undo-conflicts.tsx";
import { undoLeftQuery } from "./undo-queries.ts";

const NONE: [] = [];

/** What the last undo of an import took back, and what it left and why. */
export function Undone({ one, undo }: { one: Import; undo: UndoRun }) {
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
            <Link className="link" to={`/contacts/imports/${one.id}/undo`}>
              See how far it is
            </Link>
          ) : left > 0 ? (
            <button type="button" className="link" aria-expanded={open} onClick={() => setOpen(!open)}>
              {open ? "Hide what was left" : "Show what was left"}
            </button>
          ) : undefined
        }
      >
        <p data-testid="undone-words">{undoWords(undo, true)}</p>
        <p className="t-2">
          {left === 0
            ? "Nothing was left."
            : `${countOf(left, "record was", "records were")} touched since the import and left, in whole or in part.`}
          {undo.finishedAt ? ` Ended ${formatMoment(undo.finishedAt)}.` : ""}
        </p>
        {open ? <Left one={one} undo={undo} total={left} /> : null}
      </Card>
    </section>
  );
}

function Left({ one, undo, total }: { one: Import; undo: UndoRun; total: number }) {
  const fields = { CONTACT: useCatalogue("CONTACT") ?? NONE, ACCOUNT: useCatalogue("ACCOUNT") ?? NONE };
  const query = useInfiniteQuery(undoLeftQuery(one.id, undo.startedAt));
  const rows = query.data?.pages.flatMap((page) => page.rows) ?? [];
  return (
    <div className="mt-3 overflow-x-auto">
      <UndoConflicts conflicts={rows} total={total} fields={fields} choice={null} onChoice={() => {}} />
      {query.hasNextPage ? (
        <Button small className="mt-2" busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          Show more
        </Button>
      ) : null}
    </div>
  );
}
