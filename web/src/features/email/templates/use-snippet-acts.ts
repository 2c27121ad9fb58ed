import { type QueryClient, useMutation, useQueryClient } from "@tanstack/react-query";
import { toastDone, toastFailed } from "@/components/toast.tsx";
import { messageOf } from "@/lib/api-error.ts";
import { archiveSnippet, restoreSnippet } from "./mutations.ts";
import { type Snippet, SNIPPETS } from "./queries.ts";
import { refreshTemplates } from "./use-template-acts.ts";

/** Their list and their pages, and the templates that show them. */
export async function refreshSnippets(client: QueryClient): Promise<void> {
  await Promise.all([client.invalidateQueries({ queryKey: [SNIPPETS] }), refreshTemplates(client)]);
}

interface Act {
  run: () => Promise<void>;
  done: string;
  undo: () => Promise<void>;
}

type Of = Pick<Snippet, "id" | "name">;

/** What is done to a snippet by a press, with the way back. */
export function useSnippetActs() {
  const client = useQueryClient();
  const act = useMutation({
    mutationFn: ({ run }: Act) => run(),
    onSuccess: async (_, { done, undo }) => {
      toastDone(done, async () => {
        await undo();
        await refreshSnippets(client);
      });
      await refreshSnippets(client);
    },
    onError: (error, tried) => toastFailed(messageOf(error), () => act.mutate(tried)),
  });
  return {
    busy: act.isPending,
    archive: ({ id, name }: Of) =>
      act.mutate({ run: () => archiveSnippet(id), done: `${name} archived`, undo: () => restoreSnippet(id) }),
    restore: ({ id, name }: Of) =>
      act.mutate({ run: () => restoreSnippet(id), done: `${name} restored`, undo: () => archiveSnippet(id) }),
  };
}
