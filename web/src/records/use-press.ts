import { useMutation } from "@tanstack/react-query";
import { toastDone, toastFailed } from "@/components/toast.tsx";
import { messageOf } from "@/lib/api-error.ts";

export interface Press {
  run: () => Promise<unknown>;
  /** What is said once it is done. */
  done: string;
  /** What takes it back. */
  undo?: () => Promise<unknown>;
  /** "Not restored.": before why it was refused. */
  failed?: string;
}

/** What is done by one press: said in passing, with the way back. `refresh` reads anew what shows it. */
export function usePress(refresh: () => Promise<unknown>): { busy: boolean; press: (what: Press) => void } {
  const act = useMutation({
    mutationFn: ({ run }: Press) => run(),
    // Not busy until everything is read anew: whoever presses the next button meanwhile would press it in vain.
    onSuccess: (_, { done, undo }) => {
      void refresh();
      toastDone(done, undo === undefined ? undefined : async () => (await undo(), await refresh()));
    },
    onError: (error, tried) => {
      const why = messageOf(error);
      toastFailed(tried.failed === undefined ? why : `${tried.failed} ${why}`, () => act.mutate(tried));
    },
  });
  return { busy: act.isPending, press: (what) => act.mutate(what) };
}
