import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { SelectField, TextField } from "@/components/field.tsx";
import { LoadError, Notice } from "@/components/notice.tsx";
import { sendersQuery } from "@/features/email/senders/queries.ts";
import { useMay } from "@/features/identity/me/queries.ts";
import { ClientPicker } from "../client-picker.tsx";

/** What a campaign begins with. */
export interface CampaignDraft {
  name: string;
  /** Empty: the first brand there is. */
  brandId: string;
  /** Empty: for us. */
  clientId: string;
}

export const NEW_CAMPAIGN: CampaignDraft = { name: "", brandId: "", clientId: "" };

export const CAMPAIGN_NAME_MISSING = "A campaign needs a name. Choose one that its recipients will not see.";

/** Brands in use; undefined while they come. */
export function useBrands() {
  const query = useQuery(sendersQuery);
  return { query, brands: query.data?.emailBrands.filter((brand) => !brand.archived) };
}

/** Name, brand and client of a new campaign. */
export function CampaignFields({
  draft,
  onChange,
  problemOf,
}: {
  draft: CampaignDraft;
  onChange: (patch: Partial<CampaignDraft>) => void;
  problemOf: (field: string) => string | undefined;
}) {
  const { query, brands } = useBrands();
  const seesClients = useMay("CLIENTS_VIEW");
  if (query.isError) return <LoadError what="Brands" error={query.error} retry={() => void query.refetch()} />;
  if (brands?.length === 0) {
    return (
      <Notice tone="warning" title="There is no brand yet">
        A campaign speaks in the name of one of your brands.{" "}
        <Link className="link" to="/campaigns/senders">
          Make a brand and a sender first
        </Link>
        .
      </Notice>
    );
  }
  return (
    <>
      <TextField
        label="Name"
        required
        autoFocus
        hint="For you and your colleagues; recipients do not see it."
        value={draft.name}
        error={problemOf("name")}
        onChange={(event) => onChange({ name: event.target.value })}
      />
      <SelectField
        label="Brand"
        required
        hint="In whose name it speaks."
        options={(brands ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        value={draft.brandId === "" ? (brands?.[0]?.id ?? "") : draft.brandId}
        error={problemOf("brandId")}
        onChange={(event) => onChange({ brandId: event.target.value })}
      />
      {seesClients ? (
        <ClientPicker
          value={draft.clientId}
          onChange={(clientId) => onChange({ clientId })}
          placeholder="None: it is for us"
          error={problemOf("clientId")}
        />
      ) : null}
    </>
  );
}
