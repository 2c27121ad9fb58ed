import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useNavigate } from "react-router";
import { Card } from "@/components/card.tsx";
import { Notice } from "@/components/notice.tsx";
import { Skeleton } from "@/components/skeleton.tsx";
import { toastDone } from "@/components/toast.tsx";
import { useMay, useMe } from "@/features/identity/me/queries.ts";
import { messageOf } from "@/lib/api-error.ts";
import { countOf, formatCount } from "@/lib/format.ts";
import { refusal } from "@/lib/permissions.ts";
import { launchCampaign, scheduleCampaign } from "./mutations.ts";
import { faultsOf } from "./preflight.ts";
import { PreflightCard } from "./preflight-card.tsx";
import { estimateQuery, healthQuery, preflightQuery } from "./check-queries.ts";
import type { Campaign } from "./queries.ts";
import { keptSchedule, startWords } from "./schedule.ts";
import { sourceInput, sourceOf } from "./sources.ts";
import { SummaryCard } from "./summary-card.tsx";
import { refreshCampaign } from "./use-campaign.ts";
import { campaignPath, peopleWords, zonedWords } from "./words.ts";
import { WizardFrame } from "./wizard-frame.tsx";

/** Last step: what will happen in one sentence, and the press that makes it happen. */
export function LaunchStep({ campaign }: { campaign: Campaign }) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const me = useMe();
  const mayLaunch = useMay("CAMPAIGNS_LAUNCH");
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const preflight = useQuery(preflightQuery(campaign.id));
  const health = useQuery(
    healthQuery({
      include: campaign.audience.include.map((source) => sourceInput(sourceOf(source))),
      exclude: campaign.audience.exclude.map((source) => sourceInput(sourceOf(source))),
      clientId: campaign.clientId ?? null,
    }),
  );
  const reachable = health.data?.reachable ?? null;
  const estimate = useQuery({ ...estimateQuery(campaign.id, reachable), enabled: reachable !== null }).data;
  const schedule = keptSchedule(campaign);
  const later = schedule !== null && schedule.at !== null;
  const act = useMutation({
    mutationFn: () => (later ? scheduleCampaign(campaign.id) : launchCampaign(campaign.id, idempotencyKey)),
    onSuccess: async () => {
      toastDone(later ? `${campaign.name} is scheduled` : `${campaign.name} is launched`);
      await refreshCampaign(client, campaign.id);
      void navigate(campaignPath(campaign), { replace: true });
    },
    // Refused for faults: they stand above.
    onError: () => void preflight.refetch(),
  });
  const faults = faultsOf(preflight.data ?? []);
  const blocked = !mayLaunch
    ? refusal(me.role, "launch campaigns")
    : preflight.isPending
      ? "One moment: it is being checked"
      : faults.length > 0
        ? `${countOf(faults.length, "fault", "faults")} to mend first`
        : undefined;
  const amount = reachable === null ? "" : ` to ${peopleWords(reachable)}`;
  return (
    <WizardFrame
      campaign={campaign}
      step="launch"
      saving={null}
      last={{
        label: later ? "Schedule" : `Launch${amount}`,
        busy: act.isPending,
        blocked,
        run: () => act.mutate(),
      }}
      notice={
        act.isError ? (
          <Notice tone="danger" title={later ? "Not scheduled. Nothing is lost." : "Not launched. Nothing left."}>
            {messageOf(act.error)}
          </Notice>
        ) : null
      }
    >
      <div className="campaign-column" data-testid="campaign-launch">
        <Card title={later ? "What will happen" : "What happens when you press"}>
          {health.isError ? (
            <p className="t-2">{messageOf(health.error)}</p>
          ) : health.data === undefined ? (
            campaign.audience.include.length === 0 ? (
              <p className="t-2">There is nobody to send to yet.</p>
            ) : (
              <Skeleton width="80%" />
            )
          ) : (
            <div className="flex flex-col gap-2">
              <p className="t-16">
                {later && schedule !== null ? `${startWords(schedule)}, ` : "At once, "}
                <b className="semi">{peopleWords(health.data.reachable)}</b> of {formatCount(health.data.total)} in the
                audience would get it, as it stands now.
              </p>
              <p className="t-2">
                The audience is taken {later ? "then" : "now"}, and never changes afterwards.{" "}
                {estimate === undefined
                  ? null
                  : estimate.endsAbout
                    ? `It ends about ${zonedWords(estimate.endsAbout)}.`
                    : estimate.words}
              </p>
              <p className="t-2">
                There is no undo for a mail that was sent. It can be paused and stopped at any time.
              </p>
            </div>
          )}
        </Card>
        {preflight.isError || faults.length > 0 ? <PreflightCard campaign={campaign} query={preflight} /> : null}
        <SummaryCard campaign={campaign} />
      </div>
    </WizardFrame>
  );
}
