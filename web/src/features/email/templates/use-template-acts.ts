import { type QueryClient, useMutation, useQueryClient } from "@tanstack/react-query";
import { toastDone, toastFailed } from "@/components/toast.tsx";
import { messageOf } from "@/lib/api-error.ts";
import { approveVersion, archiveTemplate, restoreTemplate, submitTemplate } from "./mutations.ts";
import { type Template, TEMPLATES } from "./queries.ts";

/** Their list and their pages. */
export async function refreshTemplates(client: QueryClient): Promise<void> {
  await client.invalidateQueries({ queryKey: [TEMPLATES] });
}

interface Act {
  run: () => Promise<void>;
  done: string;
  undo?: () => Promise<void>;
}

type Of = Pick<Template, "id" | "name">;

/** What is done to a template by a press, with the way back where there is one. */
export function useTemplateActs() {
  const client = useQueryClient();
  const act = useMutation({
    mutationFn: ({ run }: Act) => run(),
    onSuccess: async (_, { done, undo }) => {
      toastDone(
        done,
        undo === undefined
          ? undefined
          : async () => {
              await undo();
              await refreshTemplates(client);
            },
      );
      await refreshTemplates(client);
    },
    onError: (error, tried) => toastFailed(messageOf(error), () => act.mutate(tried)),
  });
  return {
    busy: act.isPending,
    submit: ({ id, name }: Of) =>
      act.mutate({ run: () => submitTemplate(id), done: `${name} is submitted for approval` }),
    approve: ({ id, name }: Of, version: number) =>
      act.mutate({ run: () => approveVersion(id, version), done: `Version ${version} of ${name} is approved` }),
    archive: ({ id, name }: Of) =>
      act.mutate({ run: () => archiveTemplate(id), done: `${name} archived`, undo: () => restoreTemplate(id) }),
    restore: ({ id, name }: Of) =>
      act.mutate({ run: () => restoreTemplate(id), done: `${name} restored`, undo: () => archiveTemplate(id) }),
  };
}
