import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { toastDone } from "@/components/toast.tsx";
import type { Json } from "@/lib/json.ts";
import { type Block, blocksJson, fromJson } from "./blocks.ts";
import { saveSnippet } from "./mutations.ts";
import type { Snippet } from "./queries.ts";
import { refreshSnippets } from "./use-snippet-acts.ts";

/** What somebody is writing: the version it was begun on, and the blocks by now. */
interface Written {
  version: number;
  blocks: Block[];
}

const read = (blocks: Json): Block[] => fromJson({ blocks })?.blocks ?? [];

/** A snippet while it is written. It is saved by a press, for drafts everywhere show it from then on. */
export function useSnippet({ id, name, version, blocks: kept }: Snippet) {
  const client = useQueryClient();
  const loaded = useMemo(() => read(kept), [kept]);
  const [written, setWritten] = useState<Written | null>(null);
  const blocks = written?.blocks ?? loaded;
  const dirty = written !== null && JSON.stringify(blocksJson(written.blocks)) !== JSON.stringify(blocksJson(loaded));
  const save = useMutation({
    mutationFn: async () => {
      if (written === null) return;
      await saveSnippet({ id, blocks: blocksJson(written.blocks), version: written.version });
    },
    onSuccess: async () => {
      const before = kept;
      await refreshSnippets(client);
      setWritten(null);
      toastDone(`${name} saved`, async () => {
        await saveSnippet({ id, blocks: before });
        await refreshSnippets(client);
      });
    },
  });
  const edit = (change: (now: Block[]) => Block[]) =>
    setWritten((now) => ({ version: now?.version ?? version, blocks: change(now?.blocks ?? loaded) }));
  return {
    blocks,
    dirty,
    edit,
    /** The blocks of an earlier version, to be saved as the next one. */
    take: (earlier: Json) => edit(() => read(earlier)),
    discard: () => {
      save.reset();
      setWritten(null);
    },
    saving: save.isPending,
    error: save.error,
    save: () => {
      if (dirty) save.mutate();
    },
    /** Whether it is saved. */
    saved: (): Promise<boolean> =>
      save.mutateAsync().then(
        () => true,
        () => false,
      ),
  };
}

export type SnippetState = ReturnType<typeof useSnippet>;
