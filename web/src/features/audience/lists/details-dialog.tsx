import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Dialog } from "@/components/dialog.tsx";
import { FormShell } from "@/components/form-shell.tsx";
import { toastDone } from "@/components/toast.tsx";
import { draftOf, ListFields, listSaid, NAME_MISSING } from "@/records/lists/list-fields.tsx";
import { useProblems } from "./form.ts";
import { refreshLists, updateList } from "./mutations.ts";
import type { List } from "./queries.ts";

/** Name, tags and who sees it. */
export function DetailsDialog({ list, onClose }: { list: List; onClose: () => void }) {
  const client = useQueryClient();
  const [before] = useState(() => draftOf(list));
  const [draft, setDraft] = useState(before);
  const write = async (of: typeof draft) => {
    const { visibility, teamId, ...said } = listSaid(of);
    const shared = draft.sharing === before.sharing ? {} : { visibility, teamId };
    await refreshLists(client, await updateList({ id: list.id, ...said, ...shared }));
  };
  const save = useMutation({
    mutationFn: () => write(draft),
    onSuccess: () => {
      toastDone("List changed", () => write(before));
      onClose();
    },
  });
  const problems = useProblems(save, ["name", "tags", "visibility", "teamId"]);
  return (
    <Dialog open onClose={onClose} title="Name, tags and sharing" width={480}>
      <FormShell
        onSubmit={() => {
          const lacks = draft.name.trim() === "";
          problems.setMissing(lacks ? { name: NAME_MISSING } : {});
          if (!lacks) save.mutate();
        }}
        loading={save.isPending}
        submitError={problems.submitError}
        submitLabel="Save"
        onCancel={onClose}
      >
        <ListFields
          draft={draft}
          list={list}
          mayShare={list.mayShare}
          autoFocus
          onChange={(patch) => {
            setDraft({ ...draft, ...patch });
            problems.clear();
          }}
          problemOf={problems.problemOf}
        />
      </FormShell>
    </Dialog>
  );
}
