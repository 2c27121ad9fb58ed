import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { usePress } from "@/records/use-press.ts";
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

type Of = Pick<Segment, "id" | "name">;

/** What is done to a segment by a press, with the way back. */
export function useSegmentActs() {
  const client = useQueryClient();
  const { busy, press } = usePress(() => refreshSegments(client));
  return {
    busy,
    switch: ({ id, name }: Of, active: boolean) =>
      press({
        run: () => switchSegment(id, active),
        done: active ? `${name} follows the data again` : `${name} is switched off; its members stay`,
        undo: () => switchSegment(id, !active),
      }),
    refresh: ({ id, entity }: Segment) =>
      press({ run: () => refreshSegment(id), done: `Every ${nounsOf(entity).noun} is looked at again` }),
    archive: ({ id, name }: Of) =>
      press({ run: () => archiveSegment(id), done: `${name} archived`, undo: () => restoreSegment(id) }),
    restore: ({ id, name }: Of) =>
      press({ run: () => restoreSegment(id), done: `${name} restored`, undo: () => archiveSegment(id) }),
  };
}
