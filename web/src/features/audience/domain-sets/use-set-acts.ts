import { useMutation, useQueryClient } from "@tanstack/react-query";
import { toastFailed } from "@/components/toast.tsx";
import { messageOf } from "@/lib/api-error.ts";
import { usePress } from "@/records/use-press.ts";
import { archiveDomainSet, cancelMatching, refreshDomainSets, restoreDomainSet } from "./mutations.ts";
import type { DomainSet } from "./queries.ts";

/** Away with a set, back with it, and an end to its matching. */
export function useSetActs(set: DomainSet | null) {
  const client = useQueryClient();
  const refresh = () => refreshDomainSets(client);
  const { busy, press } = usePress(refresh);
  const cancel = useMutation({
    mutationFn: (one: DomainSet) => cancelMatching(one.id),
    onSuccess: refresh,
    onError: (error) => toastFailed(`Not stopped. ${messageOf(error)}`),
  });
  const on = (act: (one: DomainSet) => void) => () => {
    if (set !== null) act(set);
  };
  return {
    archive: on(({ id, name }) =>
      press({
        run: () => archiveDomainSet(id),
        done: `${name} archived`,
        undo: () => restoreDomainSet(id),
        failed: "Not archived.",
      }),
    ),
    restore: on(({ id, name }) =>
      press({
        run: () => restoreDomainSet(id),
        done: `${name} restored`,
        undo: () => archiveDomainSet(id),
        failed: "Not restored.",
      }),
    ),
    restoring: busy,
    cancel: on((one) => cancel.mutate(one)),
    cancelling: cancel.isPending,
    // Of the matching it was pressed for: the next one can be stopped, too.
    cancelled: cancel.isSuccess && set?.jobId === cancel.variables?.jobId,
  };
}
