import { useQuery } from "@tanstack/react-query";
import { type ComponentType, Suspense, useState } from "react";
import { useParams, useSearchParams } from "react-router";
import { LoadError } from "@/components/notice.tsx";
import { PageHead } from "@/components/page-head.tsx";
import { Tabs } from "@/components/tabs.tsx";
import { ledgerQuery } from "@/features/email/sending/queries.ts";
import { formatCount } from "@/lib/format.ts";
import { useShortcuts } from "@/lib/keys.ts";
import { AudienceHistory } from "@/records/audience-history/audience-history.tsx";
import { useCrumb } from "@/shell/crumbs.tsx";
import { NotFound } from "@/shell/not-found.tsx";
import { PageSkeleton } from "@/shell/shell.tsx";
import { type Act, ActOn } from "./act-dialogs.tsx";
import { Standing } from "./columns.tsx";
import { ContentTab } from "./content-tab.tsx";
import { DetailsDialog } from "./details-dialog.tsx";
import { HeadActs } from "./head-acts.tsx";
import { OverviewTab } from "./overview-tab.tsx";
import { PaceDialog } from "./pace-dialog.tsx";
import type { Campaign } from "./queries.ts";
import { useCampaign } from "./use-campaign.ts";
import { VersionsTab } from "./versions-tab.tsx";
import { WinnerDialog } from "./winner-dialog.tsx";
import "./campaigns.css";

/** The recipients of a campaign, which are another feature's. */
export type Recipients = ComponentType<{ campaignId: string; live: boolean; variants: readonly string[] }>;

/** What came of its mails, which is another feature's as well. */
export type Results = ComponentType<{ campaignId: string; live: boolean }>;

/** One campaign: how it stands, what became of everybody in its audience, and what happened. */
export default function CampaignPage({ recipients, results }: { recipients: Recipients; results: Results }) {
  const { id = "" } = useParams();
  const query = useCampaign(id);
  const campaign = query.data ?? null;
  useCrumb(campaign?.name);
  if (query.isPending) return <PageSkeleton />;
  if (campaign === null && query.isError) {
    return (
      <div className="p-5">
        <LoadError what="This campaign" error={query.error} retry={() => void query.refetch()} />
      </div>
    );
  }
  if (campaign === null) return <NotFound what="campaign" />;
  return (
    <>
      {query.isError ? (
        <div className="px-5 pt-4">
          <LoadError what="The newest state" error={query.error} retry={() => void query.refetch()} />
        </div>
      ) : null}
      <Loaded key={campaign.id} campaign={campaign} recipients={recipients} results={results} />
    </>
  );
}

/** What is asked before it is done. */
export type Open = Act | "details" | "pace" | "winner";

function Loaded({
  campaign,
  recipients: RecipientsTab,
  results: ResultsTab,
}: {
  campaign: Campaign;
  recipients: Recipients;
  results: Results;
}) {
  const [params, setParams] = useSearchParams();
  const [open, setOpen] = useState<Open | null>(null);
  const { id, state } = campaign;
  const launched = campaign.versions.length > 0;
  const live = state === "RUNNING" || state === "LAUNCHING";
  // What the campaign says and what the ledger says are two read models: one may be a moment behind the other.
  const pace = live ? "live" : launched ? "settling" : "still";
  const ledger = useQuery({ ...ledgerQuery(id, pace), enabled: launched }).data;
  const to = (tab: string) => setParams(tab === "overview" ? {} : { tab }, { replace: true });
  useShortcuts(
    [
      { keys: "r", label: "Recipients", group: "Campaign", run: () => to("recipients") },
      { keys: "v", label: "Audience versions", group: "Campaign", run: () => to("versions") },
    ],
    launched,
  );
  const close = () => setOpen(null);
  const items = [
    {
      id: "overview",
      label: "Overview",
      content: <OverviewTab campaign={campaign} ledger={ledger ?? null} pace={pace} onOpen={setOpen} />,
    },
    ...(launched
      ? [
          {
            id: "recipients",
            label: "Recipients",
            ...(ledger ? { count: formatCount(ledger.audience) } : {}),
            content: (
              <Suspense fallback={<PageSkeleton />}>
                <RecipientsTab
                  campaignId={id}
                  live={live}
                  variants={campaign.content?.variants.map(({ key }) => key) ?? []}
                />
              </Suspense>
            ),
          },
          {
            id: "results",
            label: "Results",
            content: (
              <Suspense fallback={<PageSkeleton />}>
                <ResultsTab campaignId={id} live={live} />
              </Suspense>
            ),
          },
        ]
      : []),
    {
      id: "versions",
      label: "Audience",
      ...(launched ? { count: campaign.versions.length } : {}),
      content: <VersionsTab campaign={campaign} onOpen={setOpen} />,
    },
    ...(campaign.content ? [{ id: "content", label: "Content", content: <ContentTab campaign={campaign} /> }] : []),
    {
      id: "history",
      label: "History",
      content: (
        <div className="scroll bg-well px-5 py-4">
          <AudienceHistory of="campaign" id={id} />
        </div>
      ),
    },
  ];
  return (
    <section className="relative flex min-h-0 flex-1 flex-col" aria-label={campaign.name}>
      <PageHead
        title={campaign.name}
        note={<Standing campaign={campaign} />}
        actions={<HeadActs campaign={campaign} onOpen={setOpen} />}
      />
      <Tabs
        label="Parts of the campaign"
        value={params.get("tab") ?? "overview"}
        onChange={to}
        bodyClassName="flex min-h-0 flex-1 flex-col"
        items={items}
      />
      {open === null ? null : open === "details" ? (
        <DetailsDialog campaign={campaign} onClose={close} />
      ) : open === "pace" ? (
        <PaceDialog campaign={campaign} onClose={close} />
      ) : open === "winner" ? (
        <WinnerDialog campaign={campaign} ledger={ledger} onClose={close} />
      ) : (
        <ActOn act={open} campaign={campaign} ledger={ledger} onClose={close} />
      )}
    </section>
  );
}
