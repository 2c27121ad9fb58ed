import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Merge } from "lucide-react";
import { useState } from "react";
import { useNavigate } from "react-router";
import { Button } from "@/components/button.tsx";
import { Dialog } from "@/components/dialog.tsx";
import { FormShell } from "@/components/form-shell.tsx";
import { toastDone, toastFailed } from "@/components/toast.tsx";
import type { Entity } from "@/gql/graphql.ts";
import { messageOf } from "@/lib/api-error.ts";
import { countOf } from "@/lib/format.ts";
import { undoMerge } from "@/records/merge/mutations.ts";
import { type Side, sidesQuery } from "@/records/merge/queries.ts";
import { REFUSED } from "@/records/merge/side-by-side.tsx";
import { type LeftOut, partedBy } from "./left-out.ts";
import { mergeMany } from "./mutations.ts";
import type { Pair } from "./queries.ts";

/** Records that are read at once. */
const CHUNK = 50;
/** So many pairs stand in the dialog by name. */
const SHOWN = 20;

const pairsOf = (count: number) => countOf(count, "pair", "pairs");

/**
 * Merges the pairs that are picked, as a job. It asks only where not all of them can be: those whose records were not supplied by the
 * same client stand in the dialog by name, and stay in the queue.
 */
export function MergeMany({
  entity,
  pairs,
  onMerged,
}: {
  entity: Entity;
  pairs: readonly Pair[];
  /** Lists are to be read anew. */
  onMerged: () => Promise<void>;
}) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const [asking, setAsking] = useState<{ together: Pair[]; leftOut: LeftOut[] } | null>(null);
  const many = useMutation({
    mutationFn: (chosen: readonly Pair[]) =>
      mergeMany({ entity, pairs: chosen.map(({ a, b }) => ({ a, b })), keep: "MOST_COMPLETE", rule: "BY_SOURCE" }),
    onSuccess: async (id, chosen) => {
      setAsking(null);
      const undo = id === null ? undefined : async () => (await undoMerge(id), await onMerged());
      const result = id === null ? undefined : { label: "View result", open: () => void navigate(`/bulk/${id}`) };
      toastDone(`Merging ${pairsOf(chosen.length)}`, undo, result);
      await onMerged();
    },
    onError: (error) => toastFailed(`Nothing was merged. ${messageOf(error)}`),
  });
  const look = useMutation({
    mutationFn: async () => {
      const ids = [...new Set(pairs.flatMap(({ a, b }) => [a, b]))];
      const sides: Side[] = [];
      for (let at = 0; at < ids.length; at += CHUNK) {
        // Read anew: a restriction may have been set or lifted since.
        const query = { ...sidesQuery(entity, ids.slice(at, at + CHUNK)), staleTime: 0 };
        sides.push(...(await client.fetchQuery(query)));
      }
      return partedBy(pairs, sides);
    },
    onSuccess: (parted) => {
      if (parted.leftOut.length > 0) setAsking(parted);
      else many.mutate(parted.together);
    },
    onError: (error) => toastFailed(`Nothing was merged. ${messageOf(error)}`, () => look.mutate()),
  });
  return (
    <>
      <Button
        icon={Merge}
        variant="primary"
        busy={look.isPending || (many.isPending && asking === null)}
        onClick={() => look.mutate()}
      >
        Merge {pairsOf(pairs.length)}
      </Button>
      {asking === null ? null : (
        <Dialog
          open
          onClose={() => setAsking(null)}
          title={
            asking.together.length === 0
              ? "None of these can be merged together"
              : `Merge ${pairsOf(asking.together.length)}, leave out ${asking.leftOut.length}`
          }
          description="What a client supplied is for their use only, and many pairs at once are merged without choosing which record stays. So pairs of which that differs are left out, and stay in the queue: merge them side by side, or lift a restriction first."
        >
          <FormShell
            onSubmit={() => many.mutate(asking.together)}
            loading={many.isPending}
            // Nothing is typed here that could be kept: the message that it failed says all.
            submitError={null}
            submitLabel={asking.together.length === 0 ? "Merge" : `Merge ${pairsOf(asking.together.length)}`}
            submitDisabledReason={asking.together.length === 0 ? REFUSED : undefined}
            onCancel={() => setAsking(null)}
          >
            <section>
              <h3 className="t-12 t-3">Left out</h3>
              <ul aria-label="Left out">
                {asking.leftOut.slice(0, SHOWN).map(({ pair, why }) => (
                  <li key={pair.id}>
                    <span className="med">{pair.names.join(" and ")}</span>
                    <span className="t-2">: {why}</span>
                  </li>
                ))}
              </ul>
              {asking.leftOut.length > SHOWN ? (
                <p className="t-2">And {pairsOf(asking.leftOut.length - SHOWN)} more.</p>
              ) : null}
            </section>
          </FormShell>
        </Dialog>
      )}
    </>
  );
}
