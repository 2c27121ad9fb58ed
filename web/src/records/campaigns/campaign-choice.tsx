/** Which campaign something goes into: a draft there is, or a new one. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { RadioField } from "@/components/radio-field.tsx";
import { addToAudience, createCampaign } from "@/features/campaigns/campaigns/mutations.ts";
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

export interface Assigned {
  /** Undefined while the lists do not show a new one yet. */
  id: string | undefined;
  name: string;
  /** False: it was in its audience already. */
  added: boolean;
  isNew: boolean;
}

export function useCampaignChoice() {
  const { brands } = useBrands();
  const [picked, setPicked] = useState<"there" | "new" | null>(null);
  const [chosen, setChosen] = useState<Named | null>(null);
  const [draft, setDraft] = useState(NEW_CAMPAIGN);
  const [missing, setMissing] = useState<string | null>(null);
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const none = useQuery(drafts("")).data?.length === 0;
  const mode = picked ?? (none ? "new" : "there");
  const brandId = draft.brandId === "" ? (brands?.[0]?.id ?? "") : draft.brandId;
  const lacks = () => {
    if (mode === "there") return chosen === null ? "Choose a campaign." : null;
    return draft.name.trim() === "" ? CAMPAIGN_NAME_MISSING : null;
  };
  return {
    mode,
    none,
    chosen,
    draft,
    missing,
    setPicked,
    setChosen,
    setDraft,
    setMissing,
    submitLabel: mode === "there" ? "Add to its audience" : "Create campaign",
    whyNot: mode === "new" && brandId === "" ? "It needs a brand first" : undefined,
    /** Whether enough is said; what is not stands beside its field from here on. */
    isSaid: (): boolean => {
      const said = lacks();
      setMissing(said);
      return said === null;
    },
    assign: async (source: AudienceSourceInput): Promise<Assigned> => {
      if (mode === "there") {
        const { id, name } = chosen ?? { id: "", name: "" };
        return { id, name, added: await addToAudience(id, source), isNew: false };
      }
      const name = draft.name.trim();
      const clientId = draft.clientId === "" ? null : draft.clientId;
      const include = [source];
      const id = await createCampaign({ name, brandId, clientId, channel: "EMAIL", include, idempotencyKey });
      return { id, name, added: true, isNew: true };
    },
    /** Whether all that the server has against it stands beside its fields. */
    isInPlace: (error: unknown): boolean =>
      mode === "new" &&
      error instanceof RefusedError &&
      error.userErrors.every(({ field }) => ["name", "brandId", "clientId"].includes(field ?? "")),
  };
}

export function CampaignChoice({
  choice: { mode, none, chosen, draft, missing, setPicked, setChosen, setDraft, setMissing },
  error,
  onEdit,
}: {
  choice: ReturnType<typeof useCampaignChoice>;
  /** What the last attempt ended with. */
  error: unknown;
  onEdit: () => void;
}) {
  const refused = error instanceof RefusedError ? error.userErrors : [];
  const problemOf = (field: string) =>
    field === "name" && missing !== null ? missing : refused.find((one) => one.field === field)?.message;
  const edited = () => {
    setMissing(null);
    onEdit();
  };
  return (
    <>
      <RadioField
        label="Which campaign"
        name="which"
        value={mode}
        onChange={(which) => {
          setPicked(which);
          edited();
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
            edited();
          }}
          problemOf={problemOf}
        />
      )}
    </>
  );
}
