/** Which saved view a list is opened with, by its URL: `view=<id>`, and beside it what differs from the view. */
import { useQuery } from "@tanstack/react-query";
import { useEffect, useMemo, useState } from "react";
import { useLocation, useSearchParams } from "react-router";
import { conditionsIn, isChanged, paramsOf } from "@/features/audience/saved-views/content.ts";
import { type SavedView, savedViewsQuery } from "@/features/audience/saved-views/queries.ts";
import type { ChosenColumns } from "@/components/data-table/types.ts";
import { EDITED, type ListState } from "@/lib/use-list-state.ts";
import { overlay } from "@/lib/url-overlay.ts";
import { defaultView, setDefaultView } from "./default-view.ts";
import type { ListParts } from "./list-parts.ts";
import type { RecordKind } from "./record-kind.ts";

/** The plain list, for whom it would open with a view by itself. */
const ALL = "all";

export interface OpenView {
  kind: RecordKind;
  parts: ListParts;
  views: SavedView[];
  view: SavedView | null;
  /** Not known yet what the list shows. */
  waiting: boolean;
  /** Id in the URL of a view that is not there, or not for this person. */
  missing: string | null;
  /** The views could not be read, so the one in the URL is not known. */
  failed: { error: unknown; retry: () => void } | null;
  /** What the view says, for `useListState`. */
  base: URLSearchParams;
  /** What the list shows: the view with what the URL says instead. */
  whole: URLSearchParams;
  changed: boolean;
  open: (view: SavedView | null) => void;
  /** Back to what the view keeps. */
  discard: () => void;
  /** To the list as it was when this was read, for an undo. */
  back: () => void;
  defaultId: string | null;
  setDefault: (id: string | null) => void;
}

/** `plain`: views have no place there, as within a list of records; nothing opens with one by itself. */
export function useOpenView(kind: RecordKind, parts: ListParts, plain = false): OpenView {
  const [own, setParams] = useSearchParams();
  const { state } = useLocation() as { state: { listEdited?: boolean } | null };
  const query = useQuery(savedViewsQuery(kind.entity));
  const [defaultId, setId] = useState(() => defaultView(kind.key));
  const setDefault = (id: string | null) => {
    setId(id);
    setDefaultView(kind.key, id);
  };
  const views = query.data ?? [];
  const asked = plain || own.get("view") === ALL ? null : own.get("view");
  const view = views.find((one) => one.id === asked) ?? null;
  const base = useMemo(() => paramsOf(view?.content ?? null, parts), [view?.content, parts]);
  const whole = useMemo(() => overlay(base, own), [base, own]);

  // Opened by its bare address, not left bare by what was cleared in it.
  const bare = !plain && own.size === 0 && state?.listEdited !== true;
  const wanted = bare ? defaultId : null;
  const gone = wanted !== null && query.data !== undefined && !views.some((one) => one.id === wanted);
  const into = gone ? null : wanted;
  const known = query.data !== undefined;
  // What was read before may lack a view that was shared since.
  const looking = query.isPending || (query.isFetching && !query.isFetchedAfterMount);
  useEffect(() => {
    if (gone) setDefaultView(kind.key, null);
    else if (into !== null && known) setParams({ view: into }, { replace: true, state: EDITED });
  }, [gone, into, known, kind.key, setParams]);

  /** The list as the view has it. A preset goes over the conditions that are there. */
  const as = (next: SavedView | null) => {
    const params = next?.isPreset ? conditionsIn(whole, parts) : new URLSearchParams();
    if (next !== null) params.set("view", next.id);
    else if (defaultId !== null) params.set("view", ALL);
    return params;
  };
  return {
    kind,
    parts,
    views,
    view,
    waiting: (asked !== null && view === null && looking) || (into !== null && !query.isError),
    missing: known && !looking && view === null ? asked : null,
    failed: query.isError && asked !== null ? { error: query.error, retry: () => void query.refetch() } : null,
    base,
    whole,
    changed: view !== null && isChanged(base, own, view.isPreset, parts),
    open: (next) => setParams(as(next), { state: EDITED }),
    discard: () => setParams(as(view), { replace: true, state: EDITED }),
    back: () => setParams(own, { state: EDITED }),
    defaultId,
    setDefault,
  };
}

/** The columns that the open view, or the link, says; undefined: the person's own. */
export function chosenColumns({ view, waiting }: OpenView, state: ListState): ChosenColumns | undefined {
  if (view === null && state.columns === null && !waiting) return undefined;
  return {
    keys: state.columns,
    set: state.setColumns,
    resetLabel: view === null ? "Back to your own columns" : "Back to the view's columns",
  };
}
