/** Commands on saved views, each with the toast that takes it back. */
import { useQueryClient } from "@tanstack/react-query";
import { copyText } from "@/components/copy.ts";
import { toastDone, toastFailed } from "@/components/toast.tsx";
import { contentOf } from "@/features/audience/saved-views/content.ts";
import {
  changeSavedView,
  createSavedView,
  deleteSavedView,
  restoreSavedView,
} from "@/features/audience/saved-views/mutations.ts";
import { SAVED_VIEWS, type SavedView, savedViewsQuery } from "@/features/audience/saved-views/queries.ts";
import type { SavedViewChangeInput, SavedViewCreateInput } from "@/gql/graphql.ts";
import { messageOf } from "@/lib/api-error.ts";
import type { Json } from "@/lib/json.ts";
import type { OpenView } from "./use-open-view.ts";

export interface ViewActions {
  /** Throws what was refused, for the form. */
  create: (input: Omit<SavedViewCreateInput, "entity">) => Promise<void>;
  /** Another name or sharing. Throws what was refused, for the form. */
  change: (view: SavedView, input: Omit<SavedViewChangeInput, "id">) => Promise<void>;
  /** The view keeps the list as it is now; `columns` are those shown. */
  update: (view: SavedView, columns: readonly string[]) => Promise<void>;
  remove: (view: SavedView) => Promise<void>;
  restore: (id: string) => Promise<void>;
  copyLink: (view: SavedView) => void;
}

export function useViewActions(list: OpenView): ViewActions {
  const client = useQueryClient();
  const { kind } = list;
  const refresh = () => client.invalidateQueries({ queryKey: [SAVED_VIEWS] });
  const put = (view: SavedView) =>
    client.setQueryData(savedViewsQuery(kind.entity).queryKey, (old) =>
      [...(old ?? []).filter((one) => one.id !== view.id), view].toSorted((a, b) => a.name.localeCompare(b.name)),
    );
  /** Seen at once; whoever asks reads the list of views again behind it. */
  const send = async (input: SavedViewChangeInput) => {
    const view = await changeSavedView(input);
    if (view === null) await refresh();
    else put(view);
  };
  const change = async (input: SavedViewChangeInput) => {
    await send(input);
    await refresh();
  };

  return {
    create: async (input) => {
      const made = await createSavedView({ ...input, entity: kind.entity });
      if (made === null) await refresh();
      else put(made);
      const views = client.getQueryData(savedViewsQuery(kind.entity).queryKey) ?? [];
      // Names are one person's own, so the newest of that name is this one.
      const found = made ?? views.findLast((view) => view.name === input.name);
      if (found === undefined) return toastDone(`${input.name} saved`);
      list.open(found);
      // Before the list is read anew: who sees it there can take it back with Ctrl Z.
      toastDone(`${input.name} saved`, async () => {
        await takeAway(found, list.back);
        await refresh();
      });
      await refresh();
    },
    change: async (view, input) => {
      await send({ ...input, id: view.id });
      const { id, name, sharing, teamId } = view;
      toastDone(`${input.name ?? name} saved`, () =>
        change({ id, name, ...(input.sharing === undefined ? {} : { sharing, teamId: teamId ?? null }) }),
      );
      await refresh();
    },
    update: async (view, columns) => {
      const content = view.isPreset ? { columns: [...columns] } : contentOf(list.whole, columns, list.parts);
      try {
        await send({ id: view.id, content: content as unknown as Json });
        list.discard();
        toastDone(`${view.name} updated`, () => change({ id: view.id, content: view.content }));
        await refresh();
      } catch (error) {
        toastFailed(`${view.name} not updated. ${messageOf(error)}`);
      }
    },
    remove: async (view) => {
      try {
        await takeAway(view, () => list.open(null));
        toastDone(`${view.name} deleted`, async () => {
          await restoreSavedView(view.id);
          await refresh();
          if (location.pathname === kind.path) list.open(view);
        });
        await refresh();
      } catch (error) {
        toastFailed(`${view.name} not deleted. ${messageOf(error)}`);
      }
    },
    restore: async (id) => {
      try {
        await restoreSavedView(id);
        await refresh();
      } catch (error) {
        toastFailed(`Not restored. ${messageOf(error)}`);
      }
    },
    copyLink: (view) => {
      const link = new URL(`${kind.path}?view=${view.id}`, location.href).href;
      void copyText(link, "Link copied");
    },
  };

  /** `leave` goes to where the list stands without it, if it is what is open. */
  async function takeAway(view: SavedView, leave: () => void): Promise<void> {
    await deleteSavedView(view.id);
    const isOpen = location.pathname === kind.path && new URLSearchParams(location.search).get("view") === view.id;
    if (isOpen) leave();
    client.setQueryData(savedViewsQuery(kind.entity).queryKey, (old) => old?.filter((one) => one.id !== view.id));
  }
}
