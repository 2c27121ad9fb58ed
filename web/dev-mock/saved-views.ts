/** Saved views of the mock: kept in memory, with the rules of who sees and changes one. */
import { randomUUID } from "node:crypto";
import type { MockUser, World } from "./world.ts";

interface View {
  id: string;
  entity: string;
  name: string;
  sharing: string;
  teamId: string | null;
  ownerId: string;
  content: Record<string, unknown>;
  deleted: boolean;
  updatedAt: string;
}

type Input = Partial<Pick<View, "name" | "sharing" | "teamId" | "content">> & { id?: string; entity?: string };

const views: View[] = [];

export function savedViewResolvers(world: World, user: MockUser) {
  const rules = user.role === "ADMIN";
  const seen = (view: View) =>
    view.ownerId === user.id || view.sharing === "EVERYONE" || (view.sharing === "TEAM" && user.clientId === null);
  const shown = (view: View | undefined) =>
    view === undefined || !seen(view)
      ? null
      : {
          ...view,
          ownerName: world.users.find((other) => other.id === view.ownerId)?.name ?? null,
          isPreset: Object.keys(view.content).every((key) => key === "columns"),
          mayChange: view.ownerId === user.id || (view.sharing !== "PRIVATE" && rules),
        };
  const refused = (code: string, field: string | null, message: string) => ({
    savedView: null,
    position: null,
    userErrors: [{ code, field, message }],
  });
  const check = (input: Input, own: View | null) => {
    const name = input.name?.trim();
    const taken = views.some(
      (view) =>
        view !== own &&
        !view.deleted &&
        view.ownerId === (own?.ownerId ?? user.id) &&
        view.entity === (own?.entity ?? input.entity) &&
        view.name.toLowerCase() === name?.toLowerCase(),
    );
    if (taken) {
      return refused(
        "SAVED_VIEW_NAME_TAKEN",
        "name",
        `Another of your views is called "${name}". Choose a name that tells them apart, or update that view.`,
      );
    }
    if (input.sharing === "EVERYONE" && !["ADMIN", "CAMPAIGN_MANAGER", "DATA_OPS"].includes(user.role)) {
      return refused("SAVED_VIEW_MAY_NOT_SHARE", "sharing", "Your role may not share views with everyone.");
    }
    return null;
  };
  const done = (view: View) => ({ savedView: shown(view), position: ++world.position, userErrors: [] });
  const on = (id: string | undefined, act: (view: View) => object | null) => {
    const view = views.find((other) => other.id === id);
    if (view === undefined || !seen(view)) return refused("NOT_FOUND", null, "There is no such view.");
    if (shown(view)?.mayChange !== true) {
      return refused(
        "SAVED_VIEW_NOT_YOURS",
        null,
        "This view belongs to somebody else. Save it as a view of your own.",
      );
    }
    const refusal = act(view);
    view.updatedAt = new Date().toISOString();
    return refusal ?? done(view);
  };
  return {
    savedViews: ({ entity }: { entity: string }) =>
      views
        .filter((view) => view.entity === entity && !view.deleted && seen(view))
        .toSorted((a, b) => a.name.localeCompare(b.name))
        .map(shown),
    savedView: ({ id }: { id: string }) => shown(views.find((view) => view.id === id)),
    savedViewCreate: ({ input }: { input: Input }) => {
      const refusal = check(input, null);
      if (refusal !== null) return refusal;
      const view: View = {
        id: randomUUID(),
        entity: input.entity ?? "CONTACT",
        name: input.name?.trim() ?? "",
        sharing: input.sharing ?? "PRIVATE",
        teamId: input.teamId ?? null,
        ownerId: user.id,
        content: input.content ?? {},
        deleted: false,
        updatedAt: new Date().toISOString(),
      };
      views.push(view);
      return done(view);
    },
    savedViewChange: ({ input: { id, ...input } }: { input: Input }) =>
      on(id, (view) => {
        const refusal = check(input, view);
        if (refusal === null) Object.assign(view, input);
        return refusal;
      }),
    savedViewDelete: ({ id }: { id: string }) =>
      on(id, (view) => {
        view.deleted = true;
        return null;
      }),
    savedViewRestore: ({ id }: { id: string }) =>
      on(id, (view) => {
        view.deleted = false;
        return null;
      }),
  };
}
