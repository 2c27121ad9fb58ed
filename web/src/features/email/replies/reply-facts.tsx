import { useQuery } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { Link } from "react-router";
import { Badge } from "@/components/badge.tsx";
import { Button } from "@/components/button.tsx";
import { Notice } from "@/components/notice.tsx";
import { useMay } from "@/features/identity/me/queries.ts";
import { formatFull, formatGivenDay, formatMoment } from "@/lib/format.ts";
import { ContactMatch } from "./contact-match.tsx";
import { type Reply, replyCampaignQuery } from "./queries.ts";
import { KINDS, MATCHES, senderOf, subjectOf } from "./words.ts";
import "@/components/card.css";

/** Who wrote a reply and what it answers. */
export function ReplyFacts({ reply, mayAct }: { reply: Reply; mayAct: boolean }) {
  const mayContacts = useMay("CONTACTS_VIEW");
  const mayCampaigns = useMay("CAMPAIGNS_VIEW");
  const campaignId = reply.campaignId ?? null;
  const campaign = useQuery({
    ...replyCampaignQuery(campaignId ?? ""),
    enabled: mayCampaigns && campaignId !== null,
  });
  const [matching, setMatching] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  return (
    <>
      <h2 className="t-16 semi wrap-anywhere">{subjectOf(reply)}</h2>
      <p className="row mt-1 flex-wrap">
        <span className="t-2">{senderOf(reply)}</span>
        <Badge tone={reply.done ? "success" : "neutral"}>{reply.done ? "Done" : "To do"}</Badge>
        {reply.kind === "AUTOMATIC" ? <Badge>{KINDS.AUTOMATIC.label}</Badge> : null}
      </p>
      {reply.kind === "ASKS_TO_STOP" ? (
        <div className="mt-3">
          <Notice tone="info" title="They asked for no more emails">
            They were unsubscribed when it came in. Nobody has to do anything.
          </Notice>
        </div>
      ) : null}
      <dl className="kv mt-3.5">
        {reply.address === "" ? null : (
          <>
            <dt>From</dt>
            <dd className="whitespace-normal">{reply.address}</dd>
          </>
        )}
        <dt>Received</dt>
        <dd>
          <time dateTime={reply.at} title={formatFull(reply.at)}>
            {formatMoment(reply.at)}
          </time>
        </dd>
        {reply.awayUntil ? (
          <>
            <dt>Away until</dt>
            <dd>{formatGivenDay(reply.awayUntil)}</dd>
          </>
        ) : null}
        <dt>Contact</dt>
        <dd className="whitespace-normal">
          <WhoseLink reply={reply} linked={mayContacts} />
        </dd>
        {campaign.data ? (
          <>
            <dt>Campaign</dt>
            <dd className="whitespace-normal">
              <Link className="link" to={`/campaigns/${campaignId}`}>
                {campaign.data}
              </Link>
            </dd>
          </>
        ) : null}
        <dt>Answers</dt>
        <dd className="whitespace-normal">{MATCHES[reply.matched]}</dd>
      </dl>
      {mayAct && mayContacts && !reply.forgotten ? (
        <div className="mt-3 flex flex-col items-start gap-3">
          <Button small ref={opener} aria-expanded={matching} onClick={() => setMatching(!matching)}>
            {reply.contactId ? "Somebody else wrote it" : "Say who wrote it"}
          </Button>
          {matching ? (
            <div className="self-stretch">
              <ContactMatch
                reply={reply}
                onMatched={() => {
                  setMatching(false);
                  opener.current?.focus();
                }}
              />
            </div>
          ) : null}
        </div>
      ) : null}
    </>
  );
}

function WhoseLink({ reply: { contactId, contactName }, linked }: { reply: Reply; linked: boolean }) {
  if (!contactId) return <span className="t-3">Nobody known</span>;
  const name = contactName || "Unnamed contact";
  if (!linked) return <>{name}</>;
  return (
    <Link className="link" to={`/contacts/${contactId}`}>
      {name}
    </Link>
  );
}
