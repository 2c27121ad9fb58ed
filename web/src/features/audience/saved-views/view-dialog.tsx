import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { Dialog } from "@/components/dialog.tsx";
import { TextField } from "@/components/field.tsx";
import { FormShell } from "@/components/form-shell.tsx";
import { RadioGroup } from "@/components/radio-group.tsx";
import { RefusedError } from "@/lib/api-error.ts";
import type { Json } from "@/lib/json.ts";
import type { SavedViewCreateInput } from "@/gql/graphql.ts";
import { sharingInput, sharingOf, useSharingOptions } from "@/records/sharing.ts";
import { isPreset, type ViewContent } from "./content.ts";
import type { SavedView } from "./queries.ts";

type Said = Required<Pick<SavedViewCreateInput, "name" | "sharing">> & { teamId: string | null };

/** Keeps the list under a name, or gives a view another name or other people. */
export function ViewDialog({
  view,
  name: suggested = "",
  content,
  nouns,
  onSave,
  onClose,
}: {
  /** The one to rename or share; null for a new one. */
  view: SavedView | null;
  name?: string;
  /** What a new view would keep. */
  content: ViewContent;
  nouns: string;
  onSave: (said: Said & { content: Json; idempotencyKey: string }) => Promise<void>;
  onClose: () => void;
}) {
  const [name, setName] = useState(view?.name ?? suggested);
  const [sharing, setSharing] = useState(view === null ? "PRIVATE" : sharingOf(view));
  const [columnsOnly, setColumnsOnly] = useState(false);
  const [missing, setMissing] = useState(false);
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const options = useSharingOptions(view, nouns, "views");
  const save = useMutation({
    mutationFn: () =>
      onSave({
        name: name.trim(),
        ...sharingInput(sharing),
        content: (columnsOnly ? { columns: content.columns } : content) as unknown as Json,
        idempotencyKey,
      }),
    onSuccess: onClose,
  });
  const refused = save.error instanceof RefusedError ? save.error.userErrors : [];
  const said = (...fields: string[]) => refused.find((error) => fields.includes(error.field ?? ""))?.message;
  const atField =
    refused.length > 0 && refused.every((error) => said(error.field ?? "") !== undefined && error.field !== "content");
  const onlyColumns = isPreset(content);
  return (
    <Dialog open onClose={onClose} title={view === null ? "Save as new view" : "Rename or share"} width={440}>
      <FormShell
        onSubmit={() => {
          setMissing(name.trim() === "");
          if (name.trim() !== "") save.mutate();
        }}
        loading={save.isPending}
        submitError={atField ? null : save.error}
        submitLabel={view === null ? "Save view" : "Save"}
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
          error={missing ? "A view needs a name by which it is found again." : said("name")}
        />
        {view !== null ? null : onlyColumns ? (
          <p className="t-2">
            Only columns are set, so this becomes a column preset: it goes with any filters and order.
          </p>
        ) : (
          <RadioGroup
            label="What it keeps"
            value={columnsOnly ? "columns" : "list"}
            onChange={(value) => setColumnsOnly(value === "columns")}
            options={[
              { value: "list", label: "The list as it is", hint: "Its columns, order, words and filters." },
              { value: "columns", label: "Columns only", hint: "A preset that goes with any filters and order." },
            ]}
          />
        )}
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
