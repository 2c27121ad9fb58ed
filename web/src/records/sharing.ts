/** Whom a view or a segment may be shared with, and how that is said. The server decides; this explains before it is asked. */
import type { RadioOption } from "@/components/radio-group.tsx";
import { type Me, useGrants, useMe } from "@/features/identity/me/queries.ts";
import { mayAll, refusal } from "@/lib/permissions.ts";
import type { ViewSharing } from "@/gql/graphql.ts";

/** What somebody made and may share. */
export interface Shared {
  sharing: ViewSharing;
  teamId?: string | null;
  ownerId: string;
  ownerName?: string | null;
}

/** "PRIVATE", "EVERYONE", or the id of a team. */
export function sharingOf(view: Pick<Shared, "sharing" | "teamId">): string {
  return view.sharing === "TEAM" ? (view.teamId ?? "PRIVATE") : view.sharing;
}

/** The same as the API takes it. */
export function sharingInput(chosen: string): { sharing: ViewSharing; teamId: string | null } {
  if (chosen === "PRIVATE" || chosen === "EVERYONE") return { sharing: chosen, teamId: null };
  return { sharing: "TEAM", teamId: chosen };
}

export function sharingName(view: Shared, me: Me): string {
  if (view.sharing === "PRIVATE") return view.ownerId === me.id ? "Only you" : `Only ${view.ownerName ?? "its owner"}`;
  if (view.sharing === "EVERYONE") return "Everyone";
  return me.teams.find((team) => team.id === view.teamId)?.name ?? "Its team";
}

/** `view`: the one that is shared already, so that what it is shared with can stay. `what`: "views". */
export function useSharingOptions(view: Shared | null, nouns: string, what: string): RadioOption[] {
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
