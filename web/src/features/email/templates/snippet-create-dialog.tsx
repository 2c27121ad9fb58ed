import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Dialog } from "@/components/dialog.tsx";
import { SelectField, TextAreaField, TextField } from "@/components/field.tsx";
import { FormShell } from "@/components/form-shell.tsx";
import { sendersQuery } from "@/features/email/senders/queries.ts";
import { RefusedError } from "@/lib/api-error.ts";
import { createSnippet } from "./mutations.ts";
import { refreshSnippets } from "./use-snippet-acts.ts";
import { snippetName } from "./words.ts";

const SHOWN = ["name", "brandId", "blocks"];

/** A snippet with its first words; what more it says is written on its page. */
export function SnippetCreateDialog({
  onClose,
  onMade,
}: {
  onClose: () => void;
  onMade: (id: string | undefined) => void;
}) {
  const client = useQueryClient();
  const senders = useQuery(sendersQuery);
  const brands = (senders.data?.emailBrands ?? []).filter(({ archived }) => !archived);
  const [name, setName] = useState("");
  const [chosen, setChosen] = useState("");
  const [text, setText] = useState("");
  const [tried, setTried] = useState(false);
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  // With one brand there is nothing to choose.
  const brandId = chosen === "" && brands.length === 1 ? (brands[0]?.id ?? "") : chosen;
  const create = useMutation({
    mutationFn: () =>
      createSnippet({ brandId, name: name.replace(/-$/, ""), blocks: [{ type: "text", text }], idempotencyKey }),
    onSuccess: async (id) => {
      await refreshSnippets(client);
      onMade(id);
    },
  });
  const refused = create.error instanceof RefusedError ? create.error.userErrors : [];
  const said = (field: string) => refused.find((one) => one.field === field)?.message;
  const whole = refused.length > 0 && refused.every(({ field }) => field && SHOWN.includes(field));
  const missing = name.replace(/-$/, "") === "" || brandId === "" || text.trim() === "";
  return (
    <Dialog
      open
      onClose={onClose}
      title="New snippet"
      description="Words of a brand that many templates share, such as a footer or a disclaimer."
    >
      <FormShell
        onSubmit={() => {
          setTried(true);
          if (!missing) create.mutate();
        }}
        loading={create.isPending}
        submitError={senders.error ?? (whole ? null : create.error)}
        submitDisabledReason={
          senders.isSuccess && brands.length === 0 ? "Make a brand first, under Senders" : undefined
        }
        submitLabel="Create snippet"
        onCancel={onClose}
      >
        <TextField
          label="Name"
          required
          autoFocus
          mono
          value={name}
          maxLength={60}
          onChange={(event) => setName(snippetName(event.target.value))}
          hint="Templates call it by this name, so it never changes. Small letters, digits and hyphens, such as legal-footer."
          error={tried && name === "" ? "Templates need a name to call it by." : said("name")}
        />
        <SelectField
          label="Brand"
          required
          value={brandId}
          placeholder="Choose a brand"
          options={brands.map((brand) => ({ value: brand.id, label: brand.name }))}
          onChange={(event) => setChosen(event.target.value)}
          error={tried && brandId === "" ? "Choose whose words they are." : said("brandId")}
        />
        <TextAreaField
          label="Text"
          required
          rows={4}
          value={text}
          onChange={(event) => setText(event.target.value)}
          hint="**bold**, [words](https://address) and merge tags; headings, buttons and images are added on its page."
          error={tried && text.trim() === "" ? "Write what it says." : said("blocks")}
        />
      </FormShell>
    </Dialog>
  );
}
