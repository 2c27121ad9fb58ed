import { useMutation, useQueryClient } from "@tanstack/react-query";
import { toastFailed } from "@/components/toast.tsx";
import { messageOf } from "@/lib/api-error.ts";
import { downloadExport } from "./mutations.ts";

/** Downloads a file; one that is gone meanwhile says why, and the list shows it. */
export function useDownload() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: downloadExport,
    onError: (error) => {
      toastFailed(`Not downloaded. ${messageOf(error)}`);
      void client.invalidateQueries({ queryKey: ["exports"] });
    },
  });
}
