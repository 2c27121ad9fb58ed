import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Button } from "@/components/button.tsx";
import { toastDone } from "@/components/toast.tsx";
import { formatFilter } from "@/lib/filter-json.ts";
import type { Json } from "@/lib/json.ts";
import { useShortcuts } from "@/lib/keys.ts";
import { usePageActions } from "@/shell/actions.ts";
import { defineSegment } from "./mutations.ts";
import type { SegmentDetail } from "./queries.ts";
import { refreshSegments } from "./use-segment.ts";
import { pathOf } from "./words.ts";

/** Saves the filter: as the definition it came from, or as a segment of its own. */
export function DefinitionActs({
  segment,
  filter,
  blocked,
  onSaveNew,
  onSaved,
  onRefused,
}: {
  segment: SegmentDetail | null;
  filter: Json;
  /** Why it cannot be saved now. */
  blocked: string | undefined;
  onSaveNew: () => void;
  onSaved: (path: string) => void;
  /** What the last attempt ended with; null when it went well. */
  onRefused: (error: unknown) => void;
}) {
  const client = useQueryClient();
  const define = useMutation({
    mutationFn: ({ id }: SegmentDetail) => defineSegment(id, filter),
    onSuccess: async (_, { id, name, entity, filter: before }) => {
      toastDone(`${name} has a new definition; its members are found anew`, async () => {
        await defineSegment(id, before);
        await refreshSegments(client);
      });
      await refreshSegments(client);
      onRefused(null);
      onSaved(pathOf({ id, entity }));
    },
    onError: onRefused,
  });
  const own = segment !== null && segment.mayEdit && !segment.archived ? segment : null;
  const same = own !== null && formatFilter(own.filter) === formatFilter(filter);
  const reason = blocked ?? (same ? "Nothing has been changed yet" : undefined);
  const label = own === null ? "Save segment" : "Save definition";
  const run = () => {
    if (own === null) onSaveNew();
    else if (reason === undefined) define.mutate(own);
  };
  usePageActions([
    { id: "audience-save", label, group: "On this page", keys: "mod+enter", run },
    ...(own === null
      ? []
      : [{ id: "audience-save-new", label: "Save as new segment", group: "On this page", run: onSaveNew }]),
  ]);
  useShortcuts([{ keys: "mod+enter", label, group: "Filter", run }]);
  return (
    <>
      {own === null ? null : (
        <Button disabledReason={blocked} onClick={onSaveNew}>
          Save as new
        </Button>
      )}
      <Button
        variant="primary"
        keys="mod+enter"
        busy={define.isPending}
        disabledReason={own === null ? blocked : reason}
        onClick={run}
      >
        {label}
      </Button>
    </>
  );
}
