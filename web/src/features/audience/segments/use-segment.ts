import { type QueryClient, useMutation, useQueryClient } from "@tanstack/react-query";
import { toastDone, toastFailed } from "@/components/toast.tsx";
import { messageOf } from "@/lib/api-error.ts";
import { archiveSegment, refreshSegment, restoreSegment, switchSegment } from "./mutations.ts";
import { type Segment, SEGMENTS } from "./queries.ts";
import { nounsOf } from "./words.ts";

/** Their lists, their pages, and the names that filters say. */
export async function refreshSegments(client: QueryClient): Promise<void> {
  await Promise.all([
    client.invalidateQueries({ queryKey: [SEGMENTS] }),
    client.invalidateQueries({ queryKey: ["filter"] }),
  ]);
}

interface Act {
  segment: Pick<Segment, "id" | "name" | "entity">;
  run: (id: string) => Promise<void>;
  done: string;
  undo?: (id: string) => Promise<void>;
}

/** What is done to a segment by a press, with the way back. */
export function useSegmentActs() {
  const client = useQueryClient();
  const act = useMutation({
    mutationFn: ({ segment, run }: Act) => run(segment.id),
    onSuccess: async (_, { segment, done, undo }) => {
      toastDone(
        done,
        undo === undefined
          ? undefined
          : async () => {
              await undo(segment.id);
              await refreshSegments(client);
            },
      );
      await refreshSegments(client);
    },
    onError: (error, tried) => toastFailed(messageOf(error), () => act.mutate(tried)),
  });
  return {
    busy: act.isPending,
    switch: (segment: Segment, active: boolean) =>
      act.mutate({
        segment,
        run: (id) => switchSegment(id, active),
        done: active ? `${segment.name} follows the data again` : `${segment.name} is switched off; its members stay`,
        undo: (id) => switchSegment(id, !active),
      }),
    refresh: (segment: Segment) =>
      act.mutate({
        segment,
        run: refreshSegment,
        done: `Every ${nounsOf(segment.entity).noun} is looked at again`,
      }),
    archive: (segment: Segment) =>
      act.mutate({ segment, run: archiveSegment, done: `${segment.name} archived`, undo: restoreSegment }),
    restore: (segment: Segment) =>
      act.mutate({ segment, run: restoreSegment, done: `${segment.name} restored`, undo: archiveSegment }),
  };
}
