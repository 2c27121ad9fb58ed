import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useNavigate } from "react-router";
import { Dialog } from "@/components/dialog.tsx";
import { FormShell } from "@/components/form-shell.tsx";
import { RadioField } from "@/components/radio-field.tsx";
import { toastDone } from "@/components/toast.tsx";
import { addToAudience, createCampaign, refreshCampaigns } from "@/features/campaigns/campaigns/mutations.ts";
import { campaignPage, CAMPAIGNS } from "@/features/campaigns/campaigns/queries.ts";
import type { AudienceSourceInput } from "@/gql/graphql.ts";
import { RefusedError } from "@/lib/api-error.ts";
import { CAMPAIGN_NAME_MISSING, CampaignFields, NEW_CAMPAIGN, useBrands } from "./campaign-fields.tsx";
import { type Named, NamedPicker, type Offered } from "./named-picker.tsx";

const FOUND = 20;

/** Drafts by mail, the newest first. */
const drafts = (q: string): Offered<Named> => ({
  queryKey: [CAMPAIGNS, "drafts", q],
  queryFn: async ({ signal }) => {
    const filter = { channel: "EMAIL" as const, states: ["DRAFT" as const], ...(q === "" ? {} : { q }) };
    const { edges } = await campaignPage({ first: FOUND, filter, sort: null, signal });
    return edges.map(({ node: { id, name } }) => ({ id, name }));
  },
});

/** Into a draft there is, or into a new one; then one goes on with it. */
export function AssignDialog({
  source,
  what,
  onClose,
}: {
  source: AudienceSourceInput;
  what: string;
  onClose: () => void;
}) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const { brands } = useBrands();
  const [picked, setPicked] = useState<"there" | "new" | null>(null);
  const [chosen, setChosen] = useState<Named | null>(null);
  const [draft, setDraft] = useState(NEW_CAMPAIGN);
  const [missing, setMissing] = useState<string | null>(null);
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  // Held still while the dialog is open: the page behind it may move.
  const [held] = useState(source);
  const none = useQuery(drafts("")).data?.length === 0;
  const mode = picked ?? (none ? "new" : "there");
  const brandId = draft.brandId === "" ? (brands?.[0]?.id ?? "") : draft.brandId;
  const assign = useMutation({
    mutationFn: async () => {
      if (mode === "there") {
        const id = chosen?.id ?? "";
        return { id, name: chosen?.name ?? "", added: await addToAudience(id, held) };
      }
      const name = draft.name.trim();
      const clientId = draft.clientId === "" ? null : draft.clientId;
      const id = await createCampaign({ name, brandId, clientId, channel: "EMAIL", include: [held], idempotencyKey });
      return { id, name, added: true };
    },
    onSuccess: async ({ id, name, added }) => {
      toastDone(added ? `${what} is in the audience of ${name}` : `${what} was in the audience of ${name} already`);
      onClose();
      await refreshCampaigns(client);
      void navigate(id === undefined ? "/campaigns" : `/campaigns/${id}/edit/audience`);
    },
  });
  const refused = assign.error instanceof RefusedError ? assign.error.userErrors : [];
  const problemOf = (field: string) =>
    field === "name" && missing !== null ? missing : refused.find((error) => error.field === field)?.message;
  const inPlace =
    mode === "new" &&
    refused.length > 0 &&
    refused.every(({ field }) => ["name", "brandId", "clientId"].includes(field ?? ""));
  return (
    <Dialog open onClose={onClose} title="Assign to a campaign" description={what} width={520}>
      <FormShell
        onSubmit={() => {
          const lacks =
            mode === "there"
              ? chosen === null
                ? "Choose a campaign."
                : null
              : draft.name.trim() === ""
                ? CAMPAIGN_NAME_MISSING
                : null;
          setMissing(lacks);
          if (lacks === null) assign.mutate();
        }}
        loading={assign.isPending}
        submitError={inPlace ? null : assign.error}
        submitLabel={mode === "there" ? "Add to its audience" : "Create campaign"}
        submitDisabledReason={mode === "new" && brandId === "" ? "It needs a brand first" : undefined}
        onCancel={onClose}
        footNote="Nobody is taken in before it is launched"
      >
        <RadioField
          label="Which campaign"
          name="which"
          value={mode}
          onChange={(which) => {
            setPicked(which);
            setMissing(null);
            if (assign.isError) assign.reset();
          }}
          options={[
            { value: "there", label: "A draft there is" },
            { value: "new", label: "A new campaign" },
          ]}
        />
        {mode === "there" ? (
          <NamedPicker
            label="Campaign"
            placeholder="Choose a draft"
            hint={none ? "There is no draft yet. Make a new one." : "Only drafts can take another audience."}
            error={missing ?? undefined}
            autoFocus
            value={chosen === null ? [] : [chosen]}
            onChange={([one]) => {
              setChosen(one ?? null);
              setMissing(null);
            }}
            offer={drafts}
          />
        ) : (
          <CampaignFields
            draft={draft}
            onChange={(patch) => {
              setDraft({ ...draft, ...patch });
              setMissing(null);
              if (assign.isError) assign.reset();
            }}
            problemOf={problemOf}
          />
        )}
      </FormShell>
    </Dialog>
  );
}
