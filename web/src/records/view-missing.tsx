import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { Button } from "@/components/button.tsx";
import { LoadError, Notice } from "@/components/notice.tsx";
import { savedViewQuery } from "@/features/audience/saved-views/queries.ts";
import type { OpenView } from "./use-open-view.ts";
import { useViewActions } from "./use-view-actions.ts";
import "./views.css";

/** Over the plain list: why it is not the view that was asked for. */
export function ViewMissing({ list }: { list: OpenView }) {
  if (list.failed !== null) {
    return (
      <div className="views-notice">
        <LoadError what="The view" {...list.failed} />
      </div>
    );
  }
  return list.missing === null ? null : <Missing list={list} id={list.missing} />;
}

function Missing({ list, id }: { list: OpenView; id: string }) {
  const found = useQuery(savedViewQuery(id));
  const { restore } = useViewActions(list);
  if (found.isPending) return null;
  const view = found.data ?? null;
  const whole = `Here are all ${list.kind.nouns}.`;
  return (
    <div className="views-notice">
      <Notice
        title={
          view === null
            ? "This view is not there"
            : view.deleted
              ? `${view.name} was deleted`
              : `${view.name} is a view of another list`
        }
        action={
          <span className="row gap-1">
            {view !== null && view.deleted && view.mayChange ? (
              <Button small onClick={() => void restore(id)}>
                Restore view
              </Button>
            ) : null}
            {view !== null && !view.deleted && view.entity !== list.kind.entity ? (
              <Link className="btn btn-sm" to={`/${view.entity === "ACCOUNT" ? "accounts" : "contacts"}?view=${id}`}>
                Open it there
              </Link>
            ) : null}
            <Button small variant="quiet" onClick={() => list.open(null)}>
              Dismiss
            </Button>
          </span>
        }
      >
        {view === null
          ? `It was deleted, or its owner does not share it with you. Ask whoever sent the link to share it. ${whole}`
          : whole}
      </Notice>
    </div>
  );
}
