import { useQuery } from "@tanstack/react-query";
import { Gauge } from "lucide-react";
import { Button } from "@/components/button.tsx";
import { Card } from "@/components/card.tsx";
import { Notice } from "@/components/notice.tsx";
import { ProgressBar } from "@/components/progress-bar.tsx";
import type { Ledger, Pace } from "@/features/email/sending/queries.ts";
import { useMay } from "@/features/identity/me/queries.ts";
import { formatCount, formatDuration, formatMoment } from "@/lib/format.ts";
import type { Act } from "./act-dialogs.tsx";
import { LedgerCard } from "./ledger-card.tsx";
import type { Campaign } from "./queries.ts";
import { ResponseTiles } from "./response-tiles.tsx";
import { clockWords, opensAt, windowWords } from "./schedule.ts";
import { SummaryCard } from "./summary-card.tsx";
import { switchQuery } from "./switch-queries.ts";
import { TakeNotice } from "./take-notice.tsx";
import { TestCard } from "./test-card.tsx";
import { UnknownNotice } from "./unknown-notice.tsx";
import { peopleWords, zonedWords } from "./words.ts";

/** How it stands, in numbers that add up; of a draft, what was chosen so far. */
export function OverviewTab({
  campaign,
  ledger,
  pace,
  onOpen,
}: {
  campaign: Campaign;
  ledger: Ledger | null;
  pace: Pace;
  onOpen: (open: Act | "pace" | "winner") => void;
}) {
  const mayLaunch = useMay("CAMPAIGNS_LAUNCH");
  const { state, pausedBecause, versions, id } = campaign;
  const sends = state === "RUNNING" || state === "PAUSED";
  return (
    <div className="scroll bg-well">
      <div className="campaign-page">
        {campaign.archived ? (
          <Notice title="Archived">It stands in no list. What it sent, and to whom, stays.</Notice>
        ) : null}
        {state === "PAUSED" && pausedBecause ? (
          <Notice
            tone="warning"
            title={`Paused ${formatMoment(pausedBecause.at)}`}
            action={
              mayLaunch ? (
                <Button small disabledReason={campaign.may.resume ?? undefined} onClick={() => onOpen("resume")}>
                  Resume
                </Button>
              ) : undefined
            }
          >
            {pausedBecause.words}
          </Notice>
        ) : null}
        {state === "SCHEDULED" ? (
          <Notice
            tone="info"
            title={campaign.startAt ? `Starts ${zonedWords(campaign.startAt)}` : "Waits for its moment"}
          >
            Its audience is taken then, and all checks run again. If one fails, it becomes a draft again, and its owner
            is told.
          </Notice>
        ) : null}
        {typeof campaign.taking !== "number" ? null : campaign.takeStands ? (
          <TakeNotice campaign={campaign} />
        ) : (
          <Taking version={campaign.taking} />
        )}
        {state === "STOPPED" && (ledger?.pending ?? 0) > 0 ? (
          <Notice title="Stopped">
            {peopleWords(ledger?.pending ?? 0)} are being told as left out; the ledger follows.
          </Notice>
        ) : null}
        {ledger !== null && ledger.unknown > 0 ? <UnknownNotice campaignId={id} count={ledger.unknown} /> : null}
        {versions.length > 0 ? (
          <>
            {sends ? <Progress campaign={campaign} ledger={ledger} /> : null}
            {(ledger?.sent ?? 0) > 0 ? <ResponseTiles campaignId={id} live={state === "RUNNING"} /> : null}
            <LedgerCard campaignId={id} pace={pace} />
            {campaign.content?.test ? <TestCard campaign={campaign} onChoose={() => onOpen("winner")} /> : null}
          </>
        ) : null}
        {sends ? (
          <Card
            title="Pace"
            aside={
              mayLaunch ? (
                <Button
                  small
                  icon={Gauge}
                  disabledReason={campaign.may.changePace ?? undefined}
                  onClick={() => onOpen("pace")}
                >
                  Change
                </Button>
              ) : undefined
            }
          >
            <p>
              {typeof campaign.pace?.perSecond === "number"
                ? `At most ${formatCount(campaign.pace.perSecond)} a second`
                : "As fast as the account allows"}
              {campaign.pace?.windows ? `, ${windowWords(campaign.pace.windows)}` : ""}
              {campaign.pace?.windows && campaign.schedule ? ` ${clockWords(campaign.schedule)}` : ""}.
            </p>
          </Card>
        ) : null}
        <SummaryCard campaign={campaign} title={versions.length > 0 ? "What was chosen" : "What is chosen so far"} />
      </div>
    </div>
  );
}

/** How far it is, and how long it takes where its own pace says so. */
function Progress({ campaign, ledger }: { campaign: Campaign; ledger: Ledger | null }) {
  const stopped = useQuery(switchQuery).data?.stopped === true;
  if (ledger === null) return null;
  const words =
    campaign.state === "RUNNING" && ledger.pending > 0 ? aheadWords(campaign, ledger.pending, stopped) : null;
  const settled = ledger.audience - ledger.pending;
  return (
    <section aria-label="Progress" className="flex flex-col gap-2">
      <p>
        <b className="semi num">{formatCount(ledger.sent)}</b> sent,{" "}
        <span className="num">{formatCount(ledger.pending)}</span> wait
        {words === null ? null : `; ${words}`}
      </p>
      <ProgressBar done={settled} total={ledger.audience} label="Recipients with an outcome" big />
    </section>
  );
}

/** What those who wait can expect; null where nobody can tell. */
function aheadWords({ pace, schedule }: Campaign, pending: number, stopped: boolean): string | null {
  if (stopped) return "nothing leaves while all sending is stopped";
  if (pace?.windows) {
    // Where recipients are it is another time for each.
    const opens = schedule && !schedule.inRecipientsZone ? opensAt(pace.windows, schedule.zone) : null;
    return opens === null ? null : `it is outside its hours and goes on ${zonedWords(opens.toISOString())}`;
  }
  // As fast as the account allows, nobody can tell by a division.
  return typeof pace?.perSecond === "number"
    ? `about ${formatDuration(pending / pace.perSecond)} left at its pace`
    : null;
}

function Taking({ version }: { version: number }) {
  return (
    <Card title={version === 1 ? "The audience is being taken" : `Audience version ${version} is being taken`}>
      <div className="flex flex-col gap-2">
        <ProgressBar done={0} total={null} label="Taking the audience" big />
        <p className="t-2">
          Nobody gets it before {version === 1 ? "all of it is in" : `all of version ${version} is in`}. You can leave
          this page: it goes on. A million people take about a minute.
        </p>
      </div>
    </Card>
  );
}
