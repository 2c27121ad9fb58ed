import { useQuery } from "@tanstack/react-query";
import { SelectField } from "@/components/field.tsx";
import { LoadError } from "@/components/notice.tsx";
import { campaignPage, CAMPAIGNS } from "@/features/campaigns/campaigns/queries.ts";
import { sendersQuery } from "@/features/email/senders/queries.ts";
import { useGrants, useMay } from "@/features/identity/me/queries.ts";
import { mayAll } from "@/lib/permissions.ts";
import { type Named, NamedPicker, type Offered } from "@/records/campaigns/named-picker.tsx";
import { ClientPicker } from "@/records/client-picker.tsx";
import { type Where, type WhereKind, WHERES } from "./where.ts";

const FOUND = 20;

/** Campaigns in use by a part of their name. */
const campaigns = (q: string): Offered<Named> => ({
  queryKey: [CAMPAIGNS, "suppressed-in", q],
  queryFn: async ({ signal }) => {
    const filter = { archived: false, ...(q === "" ? {} : { q }) };
    const { edges } = await campaignPage({ first: FOUND, filter, sort: null, signal });
    return edges.map(({ node: { id, name } }) => ({ id, name }));
  },
});

/** How far a suppression goes. Nothing for whoever sees neither clients nor campaigns: theirs go as far as they can. */
export function WhereFields({ where, onChange }: { where: Where; onChange: (where: Where) => void }) {
  const seesCampaigns = mayAll(useGrants(), "CAMPAIGNS_VIEW");
  const may: Record<WhereKind, boolean> = {
    EVERYWHERE: true,
    CLIENT: useMay("CLIENTS_VIEW"),
    CAMPAIGN: seesCampaigns,
    BRAND: seesCampaigns,
  };
  const offered = WHERES.filter(({ value }) => may[value]);
  if (offered.length === 1) return null;
  const choose = (id: string, name = "") => onChange({ ...where, id, name });
  return (
    <>
      <SelectField
        label="Where"
        required
        value={where.kind}
        options={offered}
        onChange={(event) => onChange({ kind: event.target.value as WhereKind, id: "", name: "" })}
      />
      {where.kind === "CLIENT" ? <ClientPicker required value={where.id} onChange={(id) => choose(id)} /> : null}
      {where.kind === "CAMPAIGN" ? (
        <NamedPicker
          label="Campaign"
          placeholder="Choose a campaign"
          hint="They get nothing more of this campaign; others go on."
          value={where.id === "" ? [] : [{ id: where.id, name: where.name }]}
          onChange={([one]) => choose(one?.id ?? "", one?.name)}
          offer={campaigns}
        />
      ) : null}
      {where.kind === "BRAND" ? <BrandField value={where.id} onChange={choose} /> : null}
    </>
  );
}

function BrandField({ value, onChange }: { value: string; onChange: (id: string) => void }) {
  const query = useQuery(sendersQuery);
  if (query.isError) return <LoadError what="Brands" error={query.error} retry={() => void query.refetch()} />;
  const brands = (query.data?.emailBrands ?? []).filter((brand) => !brand.archived);
  return (
    <SelectField
      label="Brand"
      required
      hint="They get nothing more in its name; other brands go on."
      value={value}
      options={[{ value: "", label: "Choose a brand" }, ...brands.map(({ id, name }) => ({ value: id, label: name }))]}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
