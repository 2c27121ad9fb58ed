import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "@/components/button.tsx";
import { Dialog } from "@/components/dialog.tsx";
import { Field, TextField } from "@/components/field.tsx";
import { FormShell } from "@/components/form-shell.tsx";
import { Notice } from "@/components/notice.tsx";
import { toastDone } from "@/components/toast.tsx";
import { countOf, formatCount } from "@/lib/format.ts";
import { addList, type Filled, fillList, removeList, renameList, restoreList, unfillList } from "./mutations.ts";
import type { Client, ClientList } from "./queries.ts";
import { refusedField, refusedWhole } from "./refused.ts";
import { refreshClients } from "./use-client.ts";

/** Refused lines named in the dialog. */
const SHOWN = 20;

interface ListProps {
  client: Client;
  list: ClientList;
  onClose: () => void;
}

/** Names a list, new or not. */
export function ListDialog({ client, list, onClose }: Omit<ListProps, "list"> & { list: ClientList | null }) {
  const queryClient = useQueryClient();
  const [listId] = useState(() => list?.id ?? crypto.randomUUID());
  const [name, setName] = useState(list?.name ?? "");
  const save = useMutation({
    mutationFn: () =>
      list === null ? addList(client.id, listId, name.trim()) : renameList(client.id, listId, name.trim()),
    onSuccess: async () => {
      toastDone(list === null ? `${name.trim()} added` : `Renamed to ${name.trim()}`, async () => {
        if (list === null) await removeList(client.id, listId);
        else await renameList(client.id, listId, list.name);
        await refreshClients(queryClient);
      });
      await refreshClients(queryClient);
      onClose();
    },
  });
  return (
    <Dialog open onClose={onClose} title={list === null ? "Add a target list" : `Rename ${list.name}`}>
      <FormShell
        onSubmit={() => save.mutate()}
        loading={save.isPending}
        submitError={refusedWhole(save.error, ["name"])}
        submitLabel={list === null ? "Add list" : "Rename"}
        submitDisabledReason={name.trim() === "" ? "A list needs a name" : undefined}
        onCancel={onClose}
      >
        <TextField
          label="Name"
          required
          autoFocus
          value={name}
          onChange={(event) => setName(event.target.value)}
          error={refusedField(save.error, "name")}
        />
      </FormShell>
    </Dialog>
  );
}

/** Fills a list from a file, in the place of what it held. */
export function FillDialog({ client, list, onClose }: ListProps) {
  const queryClient = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  const fill = useMutation({
    mutationFn: (chosen: File) => fillList(client.id, list.id, chosen),
    onSuccess: async ({ fileId }) => {
      toastDone(list.filledAt ? `${list.name} replaced` : `${list.name} filled`, async () => {
        await unfillList(client.id, list.id, fileId);
        await refreshClients(queryClient);
      });
      await refreshClients(queryClient);
    },
  });
  return (
    <Dialog
      open
      onClose={onClose}
      title={list.filledAt ? `Replace ${list.name}` : `Fill ${list.name}`}
      description="CSV or text: a domain, a company name or both on each line. 100,000 companies at most."
    >
      {fill.data === undefined ? (
        <FormShell
          onSubmit={() => (file === null ? undefined : fill.mutate(file))}
          loading={fill.isPending}
          submitError={fill.error}
          submitLabel={list.filledAt ? "Replace the list" : "Upload"}
          submitDisabledReason={file === null ? "Choose a file" : undefined}
          onCancel={onClose}
        >
          <Field
            label="File"
            required
            hint="Columns called domain or website, and name or company, are found by themselves."
          >
            {(aria) => (
              <input
                {...aria}
                type="file"
                accept=".csv,.txt,.tsv,text/csv,text/plain"
                onChange={(event) => setFile(event.target.files?.[0] ?? null)}
              />
            )}
          </Field>
        </FormShell>
      ) : (
        <Result filled={fill.data} onClose={onClose} />
      )}
    </Dialog>
  );
}

function Result({ filled, onClose }: { filled: Filled; onClose: () => void }) {
  const { entries, repeated, refused, refusedCount } = filled;
  return (
    <>
      <div className="dialog-body flex flex-col gap-3">
        <p role="status">
          {countOf(entries, "company", "companies")} in the list now.
          {repeated > 0 ? ` ${countOf(repeated, "line", "lines")} named one a second time.` : ""}
        </p>
        {refusedCount > 0 ? (
          <Notice tone="warning" title={`${countOf(refusedCount, "line", "lines")} left out`}>
            <ul>
              {refused.slice(0, SHOWN).map(({ line, why }) => (
                <li key={line}>
                  Line {formatCount(line)}: {why}
                </li>
              ))}
            </ul>
            {refusedCount > SHOWN ? `And ${formatCount(refusedCount - SHOWN)} more.` : null}
          </Notice>
        ) : null}
      </div>
      <div className="dialog-foot">
        <Button variant="primary" onClick={onClose}>
          Close
        </Button>
      </div>
    </>
  );
}

/** Asked for, because nothing but the message that follows brings it back from here. */
export function RemoveListDialog({ client, list, onClose }: ListProps) {
  const queryClient = useQueryClient();
  const remove = useMutation({
    mutationFn: () => removeList(client.id, list.id),
    onSuccess: async () => {
      toastDone(`${list.name} removed`, async () => {
        await restoreList(client.id, list.id);
        await refreshClients(queryClient);
      });
      await refreshClients(queryClient);
      onClose();
    },
  });
  return (
    <Dialog open onClose={onClose} title={`Remove ${list.name}`}>
      <FormShell
        onSubmit={() => remove.mutate()}
        loading={remove.isPending}
        submitError={remove.error}
        submitLabel="Remove the list"
        onCancel={onClose}
      >
        <p>It goes with all that it holds. Download it first if you may need it later.</p>
      </FormShell>
    </Dialog>
  );
}
