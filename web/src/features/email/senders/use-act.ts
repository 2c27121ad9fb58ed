import { useQueryClient } from "@tanstack/react-query";
import { toastDone, toastFailed } from "@/components/toast.tsx";
import { messageOf } from "@/lib/api-error.ts";
import { refreshSenders, type Written } from "./mutations.ts";

/** Something is done, undone and read anew; a failure keeps what was there and can be tried again. */
export function useAct() {
  const client = useQueryClient();
  const act = async (what: () => Promise<Written>, done: string, undo: () => Promise<Written>): Promise<void> => {
    let position: Written;
    try {
      position = await what();
    } catch (error) {
      toastFailed(messageOf(error), () => void act(what, done, undo));
      return;
    }
    const takeBack = async () => {
      await undo();
      await refreshSenders(client);
    };
    // Where nothing changed, somebody else had done it: it is not ours to take back.
    toastDone(done, position === null ? undefined : takeBack);
    await refreshSenders(client);
  };
  return act;
}
