import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "@/components/button.tsx";
import { Dialog } from "@/components/dialog.tsx";
import { Notice } from "@/components/notice.tsx";
import { toastDone, toastFailed } from "@/components/toast.tsx";
import { messageOf, RefusedError } from "@/lib/api-error.ts";
import { usePress } from "@/records/use-press.ts";
import { archiveList, refreshLists, restoreList } from "./mutations.ts";
import { type List, listUsesQuery } from "./queries.ts";
import { type ListUse, Uses } from "./uses.tsx";

export interface Archiving {
  busy: boolean;
  /** Archives, after what relies on it was read; or restores. */
  press: () => void;
  dialog: React.ReactNode;
}

/** Archives at once where nothing relies on the list; else says what does, and asks. What the server refuses is said there, too. */
export function useArchive(list: List): Archiving {
  const client = useQueryClient();
  const [asking, setAsking] = useState<{ uses: ListUse[]; refused: string | null } | null>(null);
  const restore = usePress(() => refreshLists(client));
  const archive = useMutation({
    mutationFn: async (sure: boolean) => {
      const uses = await client.fetchQuery({ ...listUsesQuery(list.id), staleTime: 0 });
      if (uses.length > 0 && !sure) return { asked: uses };
      await archiveList(list.id);
      return { asked: null };
    },
    onSuccess: ({ asked }) => {
      if (asked !== null) {
        setAsking({ uses: asked, refused: null });
        return;
      }
      setAsking(null);
      // Not busy until everything is read anew, as in `usePress`.
      void refreshLists(client);
      toastDone(`List “${list.name}” archived`, async () => {
        await restoreList(list.id);
        await refreshLists(client);
      });
    },
    onError: async (error) => {
      if (!(error instanceof RefusedError)) toastFailed(`Not archived. ${messageOf(error)}`);
      else {
        const uses = await client.fetchQuery(listUsesQuery(list.id));
        setAsking({ uses, refused: messageOf(error) });
      }
    },
  });
  return {
    busy: archive.isPending || restore.busy,
    press: () => {
      if (!list.archived) archive.mutate(false);
      else {
        restore.press({
          run: () => restoreList(list.id),
          done: `List “${list.name}” restored`,
          undo: () => archiveList(list.id),
          failed: "Not restored.",
        });
      }
    },
    dialog:
      asking === null ? null : (
        <Dialog
          open
          onClose={() => setAsking(null)}
          title={asking.refused === null ? "Archive a list that is in use" : "Not archived"}
          width={480}
        >
          <div className="dialog-body flex flex-col gap-4">
            {asking.refused === null ? (
              <p>
                “{list.name}” goes out of sight and takes nobody until it is restored. Who is in it stays. These rely on
                it:
              </p>
            ) : (
              <Notice tone="danger" title={asking.refused} />
            )}
            <Uses uses={asking.uses} entity={list.entity} />
          </div>
          <div className="dialog-foot">
            <Button variant="quiet" onClick={() => setAsking(null)}>
              {asking.refused === null ? "Keep it" : "Close"}
            </Button>
            {asking.refused === null ? (
              <Button variant="danger" busy={archive.isPending} onClick={() => archive.mutate(true)}>
                Archive all the same
              </Button>
            ) : null}
          </div>
        </Dialog>
      ),
  };
}
