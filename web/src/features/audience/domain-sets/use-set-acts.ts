import { useMutation, useQueryClient } from "@tanstack/react-query";
import { toastDone, toastFailed } from "@/components/toast.tsx";
import { messageOf } from "@/lib/api-error.ts";
import { archiveDomainSet, cancelMatching, refreshDomainSets, restoreDomainSet } from "./mutations.ts";
import type { DomainSet } from "./queries.ts";

/** Away with a set, back with it, and an end to its matching. */
export function useSetActs(set: DomainSet | null) {
  const client = useQueryClient();
  const refresh = () => refreshDomainSets(client);
  const archive = useMutation({
    mutationFn: (one: DomainSet) => archiveDomainSet(one.id),
    onSuccess: async (_, one) => {
      toastDone(`${one.name} archived`, async () => (await restoreDomainSet(one.id), await refresh()));
      await refresh();
    },
    onError: (error) => toastFailed(`Not archived. ${messageOf(error)}`),
  });
  const restore = useMutation({
    mutationFn: (one: DomainSet) => restoreDomainSet(one.id),
    onSuccess: async (_, one) => {
      toastDone(`${one.name} restored`, async () => (await archiveDomainSet(one.id), await refresh()));
      await refresh();
    },
    onError: (error) => toastFailed(`Not restored. ${messageOf(error)}`),
  });
  const cancel = useMutation({
    mutationFn: (one: DomainSet) => cancelMatching(one.id),
    onSuccess: refresh,
    onError: (error) => toastFailed(`Not stopped. ${messageOf(error)}`),
  });
  const on = (act: typeof archive) => () => {
    if (set !== null) act.mutate(set);
  };
  return {
    archive: on(archive),
    restore: on(restore),
    restoring: restore.isPending,
    cancel: on(cancel),
    cancelling: cancel.isPending,
    // Of the matching it was pressed for: the next one can be stopped, too.
    cancelled: cancel.isSuccess && set?.jobId === cancel.variables?.jobId,
  };
}
