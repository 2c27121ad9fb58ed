import { useMutation, useQueryClient } from "@tanstack/react-query";
import { toastDone, toastFailed } from "@/components/toast.tsx";
import { messageOf } from "@/lib/api-error.ts";
import { accountKind } from "@/records/kinds/account-kind.ts";
import { nameOf } from "./columns.tsx";
import { acceptSuggestion, refreshSuggestions, rejectSuggestion, reopenSuggestion } from "./mutations.ts";
import type { Suggestion } from "./queries.ts";

/** Says yes or no to one suggestion, and lets every list that shows it know. */
export function useDecide() {
  const client = useQueryClient();
  const decide = useMutation({
    mutationFn: async ({ suggestion, yes }: { suggestion: Suggestion; yes: boolean }) =>
      yes ? acceptSuggestion(suggestion.accountId) : rejectSuggestion(suggestion.accountId),
    onSuccess: async (position, { suggestion, yes }) => {
      // The account gets back what it held, and the suggestion says that it was taken back; or it waits again.
      const undo = async () => {
        if (position !== null) await accountKind.commands.undo(suggestion.accountId, position);
        else await reopenSuggestion(suggestion.accountId);
        await refreshSuggestions(client);
      };
      toastDone(
        yes ? `${nameOf(suggestion)} is now in ${suggestion.industry}` : `Rejected for ${nameOf(suggestion)}`,
        yes && position === null ? undefined : undo,
      );
      await refreshSuggestions(client);
    },
    onError: (error, { yes }) => toastFailed(`Not ${yes ? "accepted" : "rejected"}. ${messageOf(error)}`),
  });
  const reopen = useMutation({
    mutationFn: (suggestion: Suggestion) => reopenSuggestion(suggestion.accountId),
    onSuccess: async (_, suggestion) => {
      toastDone(`${nameOf(suggestion)} waits for review again`);
      await refreshSuggestions(client);
    },
    onError: (error) => toastFailed(`Not taken back. ${messageOf(error)}`),
  });
  return {
    reopen: (suggestion: Suggestion) => reopen.mutate(suggestion),
    accept: (suggestion: Suggestion) => decide.mutate({ suggestion, yes: true }),
    reject: (suggestion: Suggestion) => decide.mutate({ suggestion, yes: false }),
    busy: decide.isPending,
  };
}
