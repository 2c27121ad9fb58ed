import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Dialog } from "@/components/dialog.tsx";
import { FormShell } from "@/components/form-shell.tsx";
import { LoadError, Notice } from "@/components/notice.tsx";
import { Skeleton } from "@/components/skeleton.tsx";
import { toastDone } from "@/components/toast.tsx";
import { countOf } from "@/lib/format.ts";
import { useCatalogue } from "../catalogue.ts";
import type { RecordKind } from "../record-kind.ts";
import { merge, mergeInput, undoMerge } from "./mutations.ts";
import { SIDES, sidesQuery } from "./queries.ts";
import { promiseOf, REFUSED, SideBySide, UNITED } from "./side-by-side.tsx";
import { useTogether } from "./use-together.ts";

/** Records picked in a list, held beside each other and made one. */
export function MergeDialog({
  kind,
  ids,
  onClose,
  onMerged,
}: {
  kind: RecordKind;
  ids: readonly string[];
  onClose: () => void;
  onMerged: () => void;
}) {
  const client = useQueryClient();
  const catalogue = useCatalogue(kind.entity);
  const read = useQuery(sidesQuery(kind.entity, ids));
  const sides = read.data ?? [];
  const decided = useTogether(kind.entity, sides);
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const again = () =>
    Promise.all([kind.key, "duplicates", SIDES].map((key) => client.invalidateQueries({ queryKey: [key] })));
  const merging = useMutation({
    mutationFn: async () => {
      if (decided.together === null) throw new Error("fewer than two records are left to merge");
      return merge({ ...mergeInput(decided.together), idempotencyKey });
    },
    onSuccess: async (id) => {
      const undo = id === null ? undefined : async () => (await undoMerge(id), await again());
      toastDone(`${countOf(sides.length, kind.noun, kind.nouns)} merged`, undo);
      onMerged();
      await again();
    },
    // Somebody may have changed one of them: what is shown is read anew.
    onError: () => client.invalidateQueries({ queryKey: [SIDES] }),
  });
  const { refused } = promiseOf(sides, decided.survivorId);
  const few = read.isSuccess && sides.length < 2;
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Merge ${countOf(sides.length || ids.length, kind.noun, kind.nouns)}`}
      description="Choose which stays, and a value where they differ."
      width={Math.min(1120, 360 + 240 * ids.length)}
    >
      <FormShell
        onSubmit={() => {
          if (decided.together !== null) merging.mutate();
        }}
        loading={merging.isPending}
        submitError={merging.error}
        submitLabel={`Merge ${countOf(sides.length || ids.length, kind.noun, kind.nouns)}`}
        submitDisabledReason={
          few
            ? "Fewer than two are left"
            : decided.together === null
              ? "They are being read"
              : refused === null
                ? undefined
                : REFUSED
        }
        onCancel={onClose}
      >
        {read.isError ? (
          <LoadError what={`The ${kind.nouns}`} error={read.error} retry={() => void read.refetch()} />
        ) : few ? (
          <Notice title="Nothing to merge">
            The others were archived, merged or erased meanwhile. Close this and select again.
          </Notice>
        ) : read.data === undefined || catalogue === undefined ? (
          <Skeleton width="60%" />
        ) : (
          <>
            {sides.length < ids.length ? (
              <Notice>
                {countOf(ids.length - sides.length, kind.noun, kind.nouns)} of the selection{" "}
                {ids.length - sides.length === 1 ? "is" : "are"} gone or archived, and left out.
              </Notice>
            ) : null}
            <section className="overflow-auto" aria-label="Side by side">
              <SideBySide entity={kind.entity} sides={sides} catalogue={catalogue} decided={decided} />
            </section>
            <p className="t-12 t-3">{UNITED}</p>
          </>
        )}
      </FormShell>
    </Dialog>
  );
}
