import type { RadioOption } from "@/components/radio-group.tsx";
import type { List } from "@/features/audience/lists/queries.ts";
import { useMe } from "@/features/identity/me/queries.ts";

/** Whom a list may be shared with. `list`: the one that is shared already, so that what it is shared with can stay. */
export function useListSharing(list: List | null): RadioOption[] {
  const me = useMe();
  const own = list === null || list.ownerId === me.id;
  const foreign = list?.visibility === "TEAM" && !me.teams.some((team) => team.id === list.teamId);
  return [
    { value: "PRIVATE", label: own ? "Only you" : `Only ${list.ownerName ?? "its owner"}` },
    ...me.teams
      .filter((team) => !team.archived || team.id === list?.teamId)
      .map((team) => ({ value: team.id, label: team.name, hint: "Every member of this team." })),
    ...(foreign ? [{ value: list.teamId ?? "", label: "Its team", hint: "As it is now." }] : []),
    { value: "GLOBAL", label: "Everyone", hint: "Everybody who sees lists." },
  ];
}
