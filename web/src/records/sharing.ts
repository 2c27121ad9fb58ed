/** Whom a view or an audience may be shared with, and how that is said. The server decides; this explains before it is asked. */
import type { RadioOption } from "@/components/radio-group.tsx";
import { type Me, useGrants, useMe } from "@/features/identity/me/queries.ts";
import { mayAll, refusal } from "@/lib/permissions.ts";
import type { ViewSharing } from "@/gql/graphql.ts";

/** Something that somebody owns and others may see. */
export interface Shared {
  sharing: ViewSharing;
  teamId?: string | null | undefined;
  ownerId: string;
  ownerName?: string | null | undefined;
}

/** "PRIVATE", "EVERYONE", or the id of a team. */
export function sharingOf(view: Pick<Shared, "sharing" | "teamId">): string {
  return view.sharing === "TEAM" ? (view.teamId ?? "PRIVATE") : view.sharing;
}

/** The other way round, as the API takes it. */
export function sharedWith(value: string): { sharing: ViewSharing; teamId: string | null } {
  return value === "PRIVATE" || value === "EVERYONE"
    ? { sharing: value, teamId: null }
    : { sharing: "TEAM", teamId: value };
}

export function sharingName(view: Pick<Shared, "sharing" | "teamId">, me: Me): string {
  if (view.sharing === "PRIVATE") return "Only you";
  if (view.sharing === "EVERYONE") return "Everyone";
  return me.teams.find((team) => team.id === view.teamId)?.name ?? "Its team";
}

/** `view`: the one that is shared already, so that what it is shared with can stay. `what`: things of its kind. */
export function useSharingOptions(view: Shared | null, nouns: string, what = "views"): RadioOption[] {
  const me = useMe();
  const everyone = mayAll(useGrants(), "SEGMENTS_EDIT") || view?.sharing === "EVERYONE";
  const foreign = view?.sharing === "TEAM" && !me.teams.some((team) => team.id === view.teamId);
  const own = view === null || view.ownerId === me.id;
  return [
    { value: "PRIVATE", label: own ? "Only you" : `Only ${view.ownerName ?? "its owner"}` },
    ...(me.teams.length === 0 && !foreign
      ? [
          {
            value: "team",
            label: "Your team",
            disabledReason: "You are in no team yet. An admin can put you into one.",
          },
        ]
      : []),
    ...me.teams
      .filter((team) => !team.archived || team.id === view?.teamId)
      .map((team) => ({ value: team.id, label: team.name, hint: "Every member of this team." })),
    ...(foreign ? [{ value: view.teamId ?? "", label: "Its team", hint: "As it is now." }] : []),
    {
      value: "EVERYONE",
      label: "Everyone",
      hint: `Everybody who sees ${nouns}.`,
      disabledReason: everyone
        ? undefined
        : `${refusal(me.role, `share ${what} with everyone`)} A campaign manager or data operations may.`,
    },
  ];
}
