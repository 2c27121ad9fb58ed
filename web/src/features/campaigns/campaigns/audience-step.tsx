import { useQueryClient } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { useAutosave } from "@/lib/use-autosave.ts";
import { AudienceHealth } from "./audience-health.tsx";
import { AddSourceDialog } from "./add-source-dialog.tsx";
import { FilterSourceDialog } from "./filter-source-dialog.tsx";
import { defineAudience } from "./mutations.ts";
import type { Campaign } from "./queries.ts";
import { SourceColumn } from "./source-column.tsx";
import { type AudienceDraft, sourceInput, sourceKey, sourceOf, withSources } from "./sources.ts";
import { refreshCampaign } from "./use-campaign.ts";
import { WizardFrame } from "./wizard-frame.tsx";

type Side = keyof AudienceDraft;

const MISSING = "Choose at least one source to include";

/** First step: whom it is for, and whom not, with how many that is now. */
export function AudienceStep({ campaign }: { campaign: Campaign }) {
  const client = useQueryClient();
  const saved = useMemo<AudienceDraft>(
    () => ({
      include: campaign.audience.include.map(sourceOf),
      exclude: campaign.audience.exclude.map(sourceOf),
    }),
    [campaign.audience],
  );
  const state = useAutosave({
    saved,
    write: async ({ include, exclude }: AudienceDraft) => {
      await defineAudience(campaign.id, include.map(sourceInput), exclude.map(sourceInput));
      await refreshCampaign(client, campaign.id);
    },
    ready: ({ include }) => include.length > 0,
  });
  const { draft, edit } = state;
  const [adding, setAdding] = useState<Side | null>(null);
  /** A filter that is being changed. */
  const [editing, setEditing] = useState<{ side: Side; key: string } | null>(null);
  const changed =
    editing === null ? undefined : draft[editing.side].find((source) => sourceKey(source) === editing.key);
  const remove = (side: Side) => (key: string) =>
    edit((now) => ({ ...now, [side]: now[side].filter((source) => sourceKey(source) !== key) }));
  return (
    <WizardFrame
      campaign={campaign}
      step="audience"
      saving={state}
      missing={draft.include.length === 0 ? MISSING : null}
    >
      <div className="campaign-audience">
        <SourceColumn
          title="Include"
          sub="whoever is in one of these"
          testId="audience-include"
          empty="Lists, segments, domain sets, filters, or people of another campaign. Nobody is taken in before it is launched."
          sources={draft.include}
          onAdd={() => setAdding("include")}
          onEdit={(key) => setEditing({ side: "include", key })}
          onRemove={remove("include")}
          addKey="i"
        />
        <SourceColumn
          title="Leave out"
          sub="whoever is in one of these, too"
          testId="audience-exclude"
          empty="Customers, people of a campaign before this one, a list of competitors. Who is suppressed, or has no consent, is left out anyway."
          sources={draft.exclude}
          onAdd={() => setAdding("exclude")}
          onEdit={(key) => setEditing({ side: "exclude", key })}
          onRemove={remove("exclude")}
          addKey="o"
        />
        <AudienceHealth campaign={campaign} draft={draft} />
      </div>
      {adding === null ? null : (
        <AddSourceDialog
          side={adding}
          campaignId={campaign.id}
          onClose={() => setAdding(null)}
          onAdd={(more) => {
            edit((now) => ({ ...now, [adding]: withSources(now[adding], more) }));
            setAdding(null);
          }}
        />
      )}
      {editing === null || changed === undefined ? null : (
        <FilterSourceDialog
          title="Change the filter"
          start={changed.filter}
          submitLabel="Use this filter"
          onClose={() => setEditing(null)}
          onDone={(filter, sentence) => {
            edit((now) => ({
              ...now,
              [editing.side]: now[editing.side].map((source) =>
                sourceKey(source) === editing.key ? { ...source, filter, sentence } : source,
              ),
            }));
            setEditing(null);
          }}
        />
      )}
    </WizardFrame>
  );
}
