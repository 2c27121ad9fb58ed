import { type QueryClient, useMutation, useQueryClient } from "@tanstack/react-query";
import { toastDone, toastFailed } from "@/components/toast.tsx";
import { messageOf } from "@/lib/api-error.ts";
import { archiveClient, restoreClient } from "./mutations.ts";
import type { Client } from "./queries.ts";

/** The list, the pages and what happened. */
export function refreshClients(queryClient: QueryClient): Promise<void> {
  return queryClient.invalidateQueries({ queryKey: ["clients"] });
}

/** Something is done, undone and read anew; a failure keeps what was there. */
export function useAct() {
  const queryClient = useQueryClient();
  const refresh = () => refreshClients(queryClient);
  const act = async (what: () => Promise<void>, done: string, undo?: () => Promise<void>): Promise<void> => {
    try {
      await what();
    } catch (error) {
      toastFailed(messageOf(error), () => void act(what, done, undo));
      return;
    }
    toastDone(
      done,
      undo === undefined
        ? undefined
        : async () => {
            await undo();
            await refresh();
          },
    );
    await refresh();
  };
  return act;
}

export function useRestore() {
  const act = useAct();
  return useMutation({
    mutationFn: (client: Client) =>
      act(
        () => restoreClient(client.id),
        `${client.name} restored`,
        () => archiveClient(client.id, ""),
      ),
  });
}
