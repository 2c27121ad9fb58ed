import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { Card } from "@/components/card.tsx";
import { CheckField } from "@/components/check-field.tsx";
import { sendersQuery } from "@/features/email/senders/queries.ts";
import { useAutosave } from "@/lib/use-autosave.ts";
import { ContentPreview } from "./content-preview.tsx";
import {
  type ContentDraft,
  contentInput,
  contentOf,
  firstMistake,
  mistakesIn,
  NO_CONTENT,
  withRefusals,
} from "./content.ts";
import { LinkNames } from "./link-names.tsx";
import { defineContent } from "./mutations.ts";
import type { Campaign } from "./queries.ts";
import { problemsIn } from "./refused.ts";
import { SenderField } from "./sender-field.tsx";
import { TestFields } from "./test-fields.tsx";
import { refreshCampaign } from "./use-campaign.ts";
import { UtmFields } from "./utm-fields.tsx";
import { Variants } from "./variants.tsx";
import { WizardFrame } from "./wizard-frame.tsx";

/** Second step: who it comes from, what it says, and what is counted. */
export function ContentStep({ campaign }: { campaign: Campaign }) {
  const client = useQueryClient();
  const brand = useQuery(sendersQuery).data?.emailBrands.find(({ id }) => id === campaign.brandId);
  const usual = brand?.defaultSenderId ?? "";
  const saved = useMemo<ContentDraft>(
    () => (campaign.content ? contentOf(campaign.content) : { ...NO_CONTENT, senderId: usual }),
    [campaign.content, usual],
  );
  const state = useAutosave({
    saved,
    write: async (draft) => {
      await defineContent(campaign.id, contentInput(draft));
      await refreshCampaign(client, campaign.id);
    },
    ready: (draft) => firstMistake(mistakesIn(draft)) === null,
    key: (draft) => JSON.stringify(contentInput(draft)),
  });
  const { draft, edit } = state;
  const own = mistakesIn(draft);
  const missing = firstMistake(own);
  const mistakes = withRefusals(own, draft, problemsIn(state.error));
  const [shown, setShown] = useState(0);
  const change = (patch: Partial<ContentDraft>) => edit((now) => ({ ...now, ...patch }));
  return (
    <WizardFrame campaign={campaign} step="content" saving={state} missing={missing}>
      <div className="campaign-split">
        <div>
          <Card title="From">
            <SenderField
              brandId={campaign.brandId}
              value={draft.senderId}
              // Nobody is told before they had a chance to choose.
              error={state.dirty ? mistakes.sender : undefined}
              onChange={(senderId) => change({ senderId })}
            />
          </Card>
          <Variants
            campaign={campaign}
            draft={draft}
            mistakes={mistakes}
            touched={state.dirty || Boolean(campaign.content)}
            onChange={edit}
            onShow={setShown}
          />
          {draft.variants.length < 2 ? null : (
            <TestFields draft={draft} error={mistakes.share} onChange={(test) => change({ test })} />
          )}
          <Card title="What is counted">
            <div className="flex flex-col gap-2">
              <CheckField
                label="Opens"
                hint="By a picture that nobody sees. What programs open is told apart from people."
                checked={draft.trackOpens}
                onChange={(trackOpens) => change({ trackOpens })}
              />
              <CheckField
                label="Clicks"
                hint="Links lead through this installation. What security scanners follow is told apart from people."
                checked={draft.trackLinks}
                onChange={(trackLinks) => change({ trackLinks })}
              />
              <UtmFields
                name={campaign.name}
                utm={draft.utm}
                error={mistakes.utm}
                onChange={(utm) => change({ utm })}
              />
            </div>
          </Card>
          {campaign.content ? (
            <LinkNames
              campaignId={campaign.id}
              digest={campaign.content.digest}
              draft={draft}
              error={mistakes.names}
              onChange={edit}
            />
          ) : null}
        </div>
        <div className="campaign-side">
          <ContentPreview campaign={campaign} shown={shown} onShow={setShown} unsaved={state.dirty || state.saving} />
        </div>
      </div>
    </WizardFrame>
  );
}
