import { useState } from "react";
import { CheckField } from "@/components/check-field.tsx";
import { Dialog } from "@/components/dialog.tsx";
import { SelectField } from "@/components/field.tsx";
import { FormShell } from "@/components/form-shell.tsx";
import { RadioField } from "@/components/radio-field.tsx";
import { DOMAIN_SETS, domainSetPage } from "@/features/audience/domain-sets/queries.ts";
import { segmentPage, SEGMENTS } from "@/features/audience/segments/queries.ts";
import { useGrants, useMay } from "@/features/identity/me/queries.ts";
import type { AudienceSourceKind, CampaignWho, Entity } from "@/gql/graphql.ts";
import { countOf } from "@/lib/format.ts";
import { mayAll } from "@/lib/permissions.ts";
import { type Named, NamedPicker } from "@/records/campaigns/named-picker.tsx";
import { ListPicker } from "@/records/lists/list-picker.tsx";
import { FilterSourceDialog } from "./filter-source-dialog.tsx";
import { campaignPage, CAMPAIGNS } from "./queries.ts";
import { newSource, type SourceDraft } from "./sources.ts";
import { WHO } from "./words.ts";

const FOUND = 20;

interface Counted extends Named {
  members: number | null;
}

/** Chooses sources of one kind; several at once, where they have names. */
export function AddSourceDialog({
  side,
  campaignId,
  onAdd,
  onClose,
}: {
  side: "include" | "exclude";
  campaignId: string;
  onAdd: (sources: SourceDraft[]) => void;
  onClose: () => void;
}) {
  const seesSegments = useMay("SEGMENTS_VIEW");
  const seesSets = mayAll(useGrants(), "DOMAIN_SETS_VIEW");
  const kinds: { value: AudienceSourceKind; label: string }[] = [
    ...(seesSegments
      ? [
          { value: "LIST" as const, label: "Lists" },
          { value: "SEGMENT" as const, label: "Segments" },
        ]
      : []),
    ...(seesSets ? [{ value: "DOMAIN_SET" as const, label: "Domain sets" }] : []),
    { value: "FILTER", label: "A filter of contacts" },
    { value: "CAMPAIGN", label: "People of another campaign" },
  ];
  const [kind, setKind] = useState<AudienceSourceKind>(kinds[0]?.value ?? "FILTER");
  const [entity, setEntity] = useState<Entity>("CONTACT");
  const [chosen, setChosen] = useState<readonly Named[]>([]);
  const [fuzzy, setFuzzy] = useState(false);
  const [who, setWho] = useState<CampaignWho>(side === "include" ? "CLICKED" : "EVERYBODY");
  const [missing, setMissing] = useState(false);
  const [filtering, setFiltering] = useState(false);
  const pick = (value: readonly Named[]) => {
    setChosen(value);
    setMissing(false);
  };
  if (filtering) {
    return (
      <FilterSourceDialog
        title={side === "include" ? "Include by a filter" : "Leave out by a filter"}
        start={null}
        submitLabel="Add this filter"
        onClose={onClose}
        onDone={(filter, sentence) => onAdd([newSource("FILTER", { filter, sentence, timeZone: "UTC" })])}
      />
    );
  }
  const submit = () => {
    if (kind === "FILTER") setFiltering(true);
    else if (chosen.length === 0) setMissing(true);
    else {
      const parts = kind === "DOMAIN_SET" ? { fuzzy } : kind === "CAMPAIGN" ? { who } : { entity };
      onAdd(chosen.map(({ id, name }) => newSource(kind, { id, name, ...parts })));
    }
  };
  const error = missing ? "Choose at least one." : undefined;
  const held = kind === "LIST" || kind === "SEGMENT";
  return (
    <Dialog open onClose={onClose} title={side === "include" ? "Include" : "Leave out"} width={520}>
      <FormShell
        onSubmit={submit}
        loading={false}
        submitError={null}
        submitLabel={kind === "FILTER" ? "Build the filter" : side === "include" ? "Include" : "Leave out"}
        onCancel={onClose}
      >
        <RadioField
          label="What"
          name="kind"
          value={kind}
          onChange={(next) => {
            setKind(next);
            pick([]);
          }}
          options={kinds}
        />
        {held ? (
          <RadioField
            label="Of"
            name="entity"
            value={entity}
            onChange={(next) => {
              setEntity(next);
              pick([]);
            }}
            options={[
              { value: "CONTACT", label: "Contacts" },
              { value: "ACCOUNT", label: "Accounts", hint: "The contacts there are meant" },
            ]}
          />
        ) : null}
        {kind === "LIST" ? (
          <ListPicker entity={entity} multiple label="Lists" value={chosen} onChange={pick} error={error} />
        ) : kind === "SEGMENT" ? (
          <NamedPicker<Counted>
            label="Segments"
            placeholder="Choose segments"
            multiple
            value={chosen.map(counted)}
            onChange={pick}
            error={error}
            offer={(q) => ({
              queryKey: [SEGMENTS, "campaign-picker", entity, q],
              queryFn: async ({ signal }) => {
                const filter = { entity, archived: false, ...(q === "" ? {} : { q }) };
                const { edges } = await segmentPage({ first: FOUND, filter, sort: null, signal });
                return edges.map(({ node: { id, name, members } }) => ({ id, name, members }));
              },
            })}
            words={({ name, members }) =>
              members === null
                ? name
                : `${name} (${entity === "ACCOUNT" ? countOf(members, "account", "accounts") : countOf(members, "contact", "contacts")})`
            }
          />
        ) : kind === "DOMAIN_SET" ? (
          <>
            <NamedPicker
              label="Domain sets"
              placeholder="Choose domain sets"
              multiple
              value={chosen}
              onChange={pick}
              error={error}
              offer={(q) => ({
                queryKey: [DOMAIN_SETS, "campaign-picker", q],
                queryFn: async ({ signal }) => {
                  const filter = { q: q === "" ? null : q, archived: false };
                  const { edges } = await domainSetPage({ first: FOUND, filter, sort: null, signal });
                  return edges.map(({ node: { id, name } }) => ({ id, name }));
                },
              })}
            />
            <CheckField
              label="Also of accounts that wait for review"
              hint="Those whose domain or name is only nearly the same."
              checked={fuzzy}
              onChange={setFuzzy}
            />
          </>
        ) : kind === "CAMPAIGN" ? (
          <>
            <NamedPicker
              label="Campaigns"
              placeholder="Choose campaigns"
              multiple
              value={chosen}
              onChange={pick}
              error={error}
              offer={(q) => ({
                queryKey: [CAMPAIGNS, "picker", q],
                queryFn: async ({ signal }) => {
                  const filter = { archived: null, ...(q === "" ? {} : { q }) };
                  const { edges } = await campaignPage({ first: FOUND, filter, sort: null, signal });
                  return edges
                    .filter(({ node }) => node.id !== campaignId && node.state !== "DRAFT")
                    .map(({ node: { id, name } }) => ({ id, name }));
                },
              })}
            />
            <SelectField
              label="Who of them"
              options={Object.entries(WHO).map(([value, label]) => ({ value, label }))}
              value={who}
              onChange={(event) => setWho(event.target.value as CampaignWho)}
            />
          </>
        ) : (
          <p className="t-2">Conditions on contacts, their accounts, and what happened between you and them.</p>
        )}
      </FormShell>
    </Dialog>
  );
}

const counted = (one: Named): Counted => ({ ...one, members: "members" in one ? (one as Counted).members : null });
