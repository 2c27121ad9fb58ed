import { Users } from "lucide-react";
import { Link } from "react-router";
import { Button } from "@/components/button.tsx";
import { Card } from "@/components/card.tsx";
import { copyText } from "@/components/copy.ts";
import { Empty } from "@/components/empty.tsx";
import { useMay } from "@/features/identity/me/queries.ts";
import { countOf, formatCount, formatFull } from "@/lib/format.ts";
import { recipientsPath } from "@/records/email-sending/ledger-words.ts";
import type { Act } from "./act-dialogs.tsx";
import type { Campaign, CampaignVersion } from "./queries.ts";
import { stepPath } from "./words.ts";

/** Who was in the audience each time it was taken. None of it ever changes. */
export function VersionsTab({ campaign, onOpen }: { campaign: Campaign; onOpen: (act: Act) => void }) {
  const mayLaunch = useMay("CAMPAIGNS_LAUNCH");
  const mayEdit = useMay("CAMPAIGNS_EDIT");
  const { versions, audience, state } = campaign;
  const tops = mayLaunch && (state === "RUNNING" || state === "PAUSED");
  const edits = mayEdit && typeof campaign.may.edit !== "string";
  return (
    <div className="scroll bg-well">
      <div className="campaign-page">
        <Card
          title="Audience"
          aside={
            tops ? (
              <Button small disabledReason={campaign.may.topUp ?? undefined} onClick={() => onOpen("topUp")}>
                Top up
              </Button>
            ) : edits ? (
              <Link className="btn btn-sm" to={stepPath(campaign, "audience")}>
                Change
              </Link>
            ) : undefined
          }
        >
          <p className="wrap-anywhere">{audience.include.length === 0 ? "Nobody yet." : audience.sentence}</p>
        </Card>
        {versions.length === 0 ? (
          <Empty icon={Users} title="Not taken yet">
            When the campaign starts, whoever is in its audience then is taken, counted and kept as version 1.
          </Empty>
        ) : (
          versions.toReversed().map((one) => <Version key={one.version} campaignId={campaign.id} one={one} />)
        )}
      </div>
    </div>
  );
}

function Version({ campaignId, one }: { campaignId: string; one: CampaignVersion }) {
  const excluded = one.excluded.filter(({ count }) => count > 0);
  return (
    <Card title={`Version ${one.version}`} sub={formatFull(one.asOf)}>
      <div className="flex flex-col gap-3" data-testid={`audience-version-${one.version}`}>
        <p>
          <b className="semi num">{countOf(one.count, "person", "people")}</b>{" "}
          {one.accounts === 0 ? null : <span className="t-2">at {countOf(one.accounts, "account", "accounts")}</span>}
        </p>
        <dl className="campaign-facts">
          <dt>Asked for</dt>
          <dd>{one.sentence}</dd>
          <dt>As of</dt>
          <dd>
            Position <span className="mono num">{formatCount(one.position)}</span> of the log
          </dd>
          <dt>Hash of the ids</dt>
          <dd>
            <span className="mono">{one.hash}</span>{" "}
            <button type="button" className="link t-12" onClick={() => void copyText(one.hash, "Hash copied")}>
              Copy
            </button>
          </dd>
        </dl>
        {excluded.length === 0 ? (
          <p className="t-2">Nobody was left out from the start.</p>
        ) : (
          <section aria-label={`Left out of version ${one.version}`}>
            <h3 className="row semi mb-1 justify-between">
              Left out from the start{" "}
              <span className="num">{formatCount(excluded.reduce((sum, { count }) => sum + count, 0))}</span>
            </h3>
            <ul className="campaign-reasons">
              {excluded.map(({ reason, label, count }) => (
                <li key={reason}>
                  <span>{label}</span>
                  <span className="num">{formatCount(count)}</span>
                </li>
              ))}
            </ul>
          </section>
        )}
        <Link className="link" to={`${recipientsPath(campaignId)}&version=${one.version}`}>
          Who is in it
        </Link>
      </div>
    </Card>
  );
}
