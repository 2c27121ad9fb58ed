import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Dialog } from "@/components/dialog.tsx";
import { TextField } from "@/components/field.tsx";
import { FormShell } from "@/components/form-shell.tsx";
import { RadioGroup } from "@/components/radio-group.tsx";
import { toastDone } from "@/components/toast.tsx";
import type { DomainSetUpdateInput } from "@/gql/graphql.ts";
import { RefusedError } from "@/lib/api-error.ts";
import { sharingInput, sharingOf, useSharingOptions } from "@/records/sharing.ts";
import { refreshDomainSets, updateDomainSet } from "./mutations.ts";
import type { DomainSet } from "./queries.ts";

/** Gives a set another name or other people. */
export function DetailsDialog({ set, onClose }: { set: DomainSet; onClose: () => void }) {
  const client = useQueryClient();
  const [name, setName] = useState(set.name);
  const [sharing, setSharing] = useState(sharingOf(set));
  const [missing, setMissing] = useState(false);
  const options = useSharingOptions(set, "domain sets", "domain sets");
  const save = useMutation({
    mutationFn: (input: DomainSetUpdateInput) => updateDomainSet(input),
    onSuccess: async () => {
      const back = { id: set.id, name: set.name, sharing: set.sharing, teamId: set.teamId ?? null };
      toastDone("Saved", async () => (await updateDomainSet(back), await refreshDomainSets(client)));
      onClose();
      await refreshDomainSets(client);
    },
  });
  const refused = save.error instanceof RefusedError ? save.error.userErrors : [];
  const said = (...fields: string[]) => refused.find((error) => fields.includes(error.field ?? ""))?.message;
  const atField = refused.length > 0 && refused.every((error) => said(error.field ?? "") !== undefined);
  return (
    <Dialog open onClose={onClose} title="Rename or share" width={440}>
      <FormShell
        onSubmit={() => {
          setMissing(name.trim() === "");
          if (name.trim() !== "") save.mutate({ id: set.id, name: name.trim(), ...sharingInput(sharing) });
        }}
        loading={save.isPending}
        submitError={atField ? null : save.error}
        submitLabel="Save"
        onCancel={onClose}
      >
        <TextField
          label="Name"
          required
          autoFocus
          value={name}
          maxLength={200}
          onChange={(event) => {
            setName(event.target.value);
            setMissing(false);
          }}
          error={missing ? "A domain set needs a name by which it is found again." : said("name")}
        />
        <RadioGroup
          label="Who sees it"
          value={sharing}
          onChange={setSharing}
          options={options}
          error={said("sharing", "teamId")}
        />
      </FormShell>
    </Dialog>
  );
}
