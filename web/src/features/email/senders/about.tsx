import type { ReactNode } from "react";
import { Card } from "@/components/card.tsx";
import { formatCount, formatGivenDay, formatMoment } from "@/lib/format.ts";
import type { Sender } from "./queries.ts";

/** What people entered of a sender. */
export function About({ sender }: { sender: Sender }) {
  const { ramp } = sender;
  return (
    <Card
      title="Setup"
      sub={sender.checkedAt ? `Checked ${formatMoment(sender.checkedAt)}, and every morning` : undefined}
    >
      <dl className="flex flex-col gap-2">
        <Row what="From address">
          <span className="mono">{sender.fromAddress}</span>
        </Row>
        <Row what="Replies go to">
          <span className="mono">{sender.replyTo ?? sender.fromAddress}</span>
        </Row>
        <Row what="Brand">
          {sender.brandName}
          {sender.isDefault ? <span className="t-2"> (its default sender)</span> : null}
        </Row>
        <Row what="Provider account">
          {sender.account} <span className="t-2">({sender.providerName})</span>
        </Row>
        <Row what="Physical address">
          <span className="whitespace-pre-wrap">{sender.physicalAddress}</span>
        </Row>
        <Row what="Warm-up">
          {ramp
            ? `${formatCount(ramp.startPerDay)} mails on ${formatGivenDay(ramp.firstDay)}, ${ramp.growthPercent}% more each day, at most ${formatCount(ramp.limitPerDay)}. Today: ${formatCount(ramp.allowedToday)}.`
            : "None"}
        </Row>
      </dl>
    </Card>
  );
}

function Row({ what, children }: { what: string; children: ReactNode }) {
  return (
    <div className="row items-start gap-3 max-md:flex-col max-md:gap-0">
      <dt className="t-2 w-36 flex-none">{what}</dt>
      <dd className="min-w-0 wrap-anywhere">{children}</dd>
    </div>
  );
}
