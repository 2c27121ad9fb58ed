import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Check, X } from "lucide-react";
import { Button } from "@/components/button.tsx";
import { BulkBar } from "@/components/data-table/bulk-bar.tsx";
import type { Selection } from "@/components/data-table/use-selection.ts";
import { toastDone, toastFailed } from "@/components/toast.tsx";
import { messageOf } from "@/lib/api-error.ts";
import { countOf } from "@/lib/format.ts";
import { accountKind } from "@/records/kinds/account-kind.ts";
import { acceptSuggestion, refreshSuggestions, rejectSuggestion, reopenSuggestion } from "./mutations.ts";
import { PICKED_MOST, sayToEach } from "./say-to-each.ts";

/** Yes or no to the suggestions that were picked. */
export function DecideMany({ selection }: { selection: Selection }) {
  const client = useQueryClient();
  const decide = useMutation({
    mutationFn: ({ ids, yes }: { ids: string[]; yes: boolean }) =>
      sayToEach<number | null>(ids, (id) => (yes ? acceptSuggestion(id) : rejectSuggestion(id))),
    onSuccess: async ({ done, refused }, { yes }) => {
      selection.clear();
      // An account that held it already has nothing to give back.
      const undone = yes ? done.filter(({ answer }) => answer !== null) : done;
      const undo = async () => {
        const back = await sayToEach(
          undone.map(({ id }) => id),
          async (id) => {
            const position = undone.find((one) => one.id === id)?.answer ?? null;
            if (position === null) await reopenSuggestion(id);
            else await accountKind.commands.undo(id, position);
          },
        );
        await refreshSuggestions(client);
        if (back.refused.length > 0) {
          const left = countOf(back.refused.length, "suggestion stays", "suggestions stay");
          toastFailed(`${left} as decided. ${messageOf(back.refused[0])}`);
        }
      };
      const what = countOf(done.length, "suggestion", "suggestions");
      if (done.length > 0) {
        toastDone(`${what} ${yes ? "accepted" : "rejected"}`, undone.length > 0 ? undo : undefined);
      }
      if (refused.length > 0) {
        const others = countOf(refused.length, "suggestion was", "suggestions were");
        toastFailed(`${others} not ${yes ? "accepted" : "rejected"}. ${messageOf(refused[0])}`);
      }
      await refreshSuggestions(client);
    },
  });
  const { matching, ids } = selection;
  const tooMany =
    matching || ids.size > PICKED_MOST
      ? `Pick up to ${PICKED_MOST}. Accept many takes all that are sure enough.`
      : undefined;
  const say = (yes: boolean) => decide.mutate({ ids: [...ids], yes });
  return (
    <BulkBar selection={selection} mayTakeAll={false}>
      {() => (
        <>
          <Button
            variant="quiet"
            small
            icon={Check}
            busy={decide.isPending}
            disabledReason={tooMany}
            onClick={() => say(true)}
          >
            Accept
          </Button>
          <Button
            variant="quiet"
            small
            icon={X}
            busy={decide.isPending}
            disabledReason={tooMany}
            onClick={() => say(false)}
          >
            Reject
          </Button>
        </>
      )}
    </BulkBar>
  );
}
