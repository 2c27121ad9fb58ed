import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Button } from "@/components/button.tsx";
import { toastDone, toastFailed } from "@/components/toast.tsx";
import { messageOf } from "@/lib/api-error.ts";
import { draftOf } from "./draft.ts";
import { contentQuery } from "./queries.ts";
import type { DraftState } from "./use-draft.ts";

/** The draft says what a version said, and is saved as anything else that is written. */
export function TakeButton({ id, version, state }: { id: string; version: number; state: DraftState }) {
  const client = useQueryClient();
  const take = useMutation({
    mutationFn: () => client.fetchQuery(contentQuery(id, { version })),
    onSuccess: (content) => {
      if (content === null) return;
      const before = state.draft;
      state.edit(() => draftOf(content));
      toastDone(`The draft says what version ${version} says`, () => {
        state.edit(() => before);
        return Promise.resolve();
      });
    },
    onError: (error) => toastFailed(messageOf(error), () => take.mutate()),
  });
  return (
    <Button
      small
      variant="quiet"
      busy={take.isPending}
      aria-label={`Use as draft: version ${version}`}
      onClick={() => take.mutate()}
    >
      Use as draft
    </Button>
  );
}
