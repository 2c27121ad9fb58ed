import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Check, X } from "lucide-react";
import { useNavigate } from "react-router";
import { Button } from "@/components/button.tsx";
import { BulkBar } from "@/components/data-table/bulk-bar.tsx";
import type { Selection } from "@/components/data-table/use-selection.ts";
import { toastDone, toastFailed, toastLink } from "@/components/toast.tsx";
import { useMay } from "@/features/identity/me/queries.ts";
import { messageOf } from "@/lib/api-error.ts";
import { countOf } from "@/lib/format.ts";
import { accountKind } from "@/records/kinds/account-kind.ts";
import {
  acceptSuggestion,
  decideAll,
  type Meant,
  refreshSuggestions,
  rejectSuggestion,
  reopenSuggestion,
} from "./mutations.ts";
import { PICKED_MOST, sayToEach } from "./say-to-each.ts";

/** Most that one bulk change takes. */
const MOST = 10_000;

/** Yes or no to the suggestions that were picked, or to all that match. */
export function DecideMany({
  selection,
  filter,
}: {
  selection: Selection;
  /** What the list is narrowed by. */
  filter: Pick<Meant, "industry" | "confidenceAtLeast">;
}) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const mayBulk = useMay("RECORDS_BULK");
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
  const begin = useMutation({
    mutationFn: ({ yes, meant, key }: { yes: boolean; meant: Meant; key: string; wanted: number | null }) =>
      decideAll(yes, meant, key),
    onSuccess: ({ bulkId, accounts }, { yes, wanted }) => {
      selection.clear();
      const are = countOf(accounts, "suggestion is", "suggestions are");
      const begun = `${are} being ${yes ? "accepted" : "rejected"}`;
      const rest = accounts === MOST && wanted !== accounts ? ", the surest first. Select the others after that" : "";
      toastLink(`${begun}${rest}`, "Follow it", () => void navigate(`/bulk/${bulkId}`));
      // The notice at the foot of the page follows it from here, and reads the lists again at its end.
      void refreshSuggestions(client);
    },
    onError: (error, tried) =>
      toastFailed(`Nothing was ${tried.yes ? "accepted" : "rejected"}. ${messageOf(error)}`, () => begin.mutate(tried)),
  });
  const { matching, ids, except, count } = selection;
  const many = matching || ids.size > PICKED_MOST;
  const tooMany = many && !mayBulk ? `Your role decides up to ${PICKED_MOST} at once. Pick fewer.` : undefined;
  const say = (yes: boolean) => {
    if (!many) {
      decide.mutate({ ids: [...ids], yes });
      return;
    }
    const meant = { ...filter, accountIds: matching ? null : [...ids], except: [...except] };
    begin.mutate({ yes, meant, key: crypto.randomUUID(), wanted: count });
  };
  const busy = decide.isPending || begin.isPending;
  return (
    <BulkBar selection={selection} mayTakeAll={mayBulk}>
      {() => (
        <>
          <Button variant="quiet" small icon={Check} busy={busy} disabledReason={tooMany} onClick={() => say(true)}>
            Accept
          </Button>
          <Button variant="quiet" small icon={X} busy={busy} disabledReason={tooMany} onClick={() => say(false)}>
            Reject
          </Button>
        </>
      )}
    </BulkBar>
  );
}
