import { useQueryClient } from "@tanstack/react-query";
import { toastDone, toastFailed } from "@/components/toast.tsx";
import { messageOf } from "@/lib/api-error.ts";
import { addMember, archiveTeam, refreshTeams, removeMember, restoreTeam, type Written } from "./mutations.ts";

interface Named {
  id: string;
  name: string;
}

/** What is done to a team, each with its undo; a failure keeps what was there and can be tried again. */
export function useTeam(team: Named) {
  const client = useQueryClient();
  const refresh = () => refreshTeams(client);
  const act = async (what: () => Promise<Written>, done: string, undo: () => Promise<Written>): Promise<boolean> => {
    let position: Written;
    try {
      position = await what();
    } catch (error) {
      toastFailed(messageOf(error), () => void act(what, done, undo));
      return false;
    }
    const takeBack = async () => {
      await undo();
      await refresh();
    };
    // Where nothing changed, somebody else had done it: it is not ours to take back.
    toastDone(done, position === null ? undefined : takeBack);
    await refresh();
    return true;
  };
  return {
    archive: () =>
      act(
        () => archiveTeam(team.id),
        `${team.name} archived`,
        () => restoreTeam(team.id),
      ),
    restore: () =>
      act(
        () => restoreTeam(team.id),
        `${team.name} restored`,
        () => archiveTeam(team.id),
      ),
    add: (person: Named) =>
      act(
        () => addMember(team.id, person.id),
        `${person.name} is in ${team.name}`,
        () => removeMember(team.id, person.id),
      ),
    remove: (person: Named) =>
      act(
        () => removeMember(team.id, person.id),
        `${person.name} is no longer in ${team.name}`,
        () => addMember(team.id, person.id),
      ),
  };
}
