import { Bookmark } from "lucide-react";
import { Suspense, lazy, useState } from "react";
import { Button } from "@/components/button.tsx";
import { contentOf } from "@/features/audience/saved-views/content.ts";
import type { SavedView } from "@/features/audience/saved-views/queries.ts";
import { usePageActions } from "@/shell/actions.ts";
import type { OpenView } from "./use-open-view.ts";
import { useViewActions } from "./use-view-actions.ts";
import { notYours, ViewMenu } from "./view-menu.tsx";
import { ViewsPicker } from "./views-picker.tsx";
import "./views.css";

const ViewDialog = lazy(async () => ({
  default: (await import("@/features/audience/saved-views/view-dialog.tsx")).ViewDialog,
}));

/** The open view beside the list's title, and what to do when the list is no longer as the view has it. */
export function ViewsBar({
  list,
  columns,
}: {
  list: OpenView;
  /** Keys of those shown. */ columns: readonly string[];
}) {
  const { view, changed } = list;
  const actions = useViewActions(list);
  const [dialog, setDialog] = useState<{ view: SavedView | null; name: string } | null>(null);
  const [busy, setBusy] = useState(false);
  const saveAs = (name = "") => setDialog({ view: null, name });
  const update = () => {
    if (view === null || busy) return;
    setBusy(true);
    void actions.update(view, columns).finally(() => setBusy(false));
  };
  const content = contentOf(list.whole, columns, list.parts);
  const narrowed = Object.keys(content).length > 1;
  const group = "On this list";
  usePageActions([
    { id: "view-save-as", label: "Save this list as a new view", icon: Bookmark, group, run: () => saveAs() },
    ...(changed && view?.mayChange
      ? [{ id: "view-update", label: `Update view ${view.name}`, group, run: update }]
      : []),
    ...(changed ? [{ id: "view-discard", label: "Discard changes to the view", group, run: list.discard }] : []),
  ]);
  return (
    <div className="views-bar" role="group" aria-label="View">
      <ViewsPicker list={list} onSaveAs={saveAs} />
      {view === null ? null : (
        <ViewMenu
          list={list}
          view={view}
          actions={actions}
          onUpdate={update}
          onSaveAs={() => saveAs()}
          onEdit={() => setDialog({ view, name: view.name })}
        />
      )}
      {changed && view !== null ? (
        <span className="views-acts row gap-1">
          <Button variant="quiet" small busy={busy} disabledReason={notYours(view)} onClick={update}>
            Update view
          </Button>
          <Button variant="quiet" small onClick={() => saveAs()}>
            Save as new view
          </Button>
          <Button variant="quiet" small onClick={list.discard}>
            Discard changes
          </Button>
        </span>
      ) : view === null && narrowed ? (
        <span className="views-acts">
          <Button variant="quiet" small onClick={() => saveAs()}>
            Save as view
          </Button>
        </span>
      ) : null}
      <Suspense fallback={null}>
        {dialog === null ? null : (
          <ViewDialog
            view={dialog.view}
            name={dialog.name}
            content={content}
            nouns={list.kind.nouns}
            onSave={({ name, sharing, teamId, ...made }) => {
              if (dialog.view === null) return actions.create({ name, sharing, teamId, ...made });
              const same = sharing === dialog.view.sharing && teamId === (dialog.view.teamId ?? null);
              return actions.change(dialog.view, same ? { name } : { name, sharing, teamId });
            }}
            onClose={() => setDialog(null)}
          />
        )}
      </Suspense>
    </div>
  );
}
