import { useQuery } from "@tanstack/react-query";
import { Circle, CircleCheck, CircleHelp, CircleSlash, CircleX, Clock, type LucideIcon } from "lucide-react";
import { Link } from "react-router";
import { Avatar } from "@/components/avatar.tsx";
import { Status } from "@/components/badge.tsx";
import { Drawer } from "@/components/drawer.tsx";
import { LoadError } from "@/components/notice.tsx";
import { Skeleton } from "@/components/skeleton.tsx";
import { Timeline, TimelineItem } from "@/components/timeline.tsx";
import { useMay } from "@/features/identity/me/queries.ts";
import { formatCount, formatFull, formatMoment } from "@/lib/format.ts";
import { LEDGER } from "@/records/email-sending/ledger-words.ts";
import { type Recipient, recipientQuery, stepsQuery } from "./queries.ts";
import { recipientName, stepsOf, toldSteps } from "./words.ts";
import "@/components/card.css";

const ICONS: Record<Recipient["state"], LucideIcon> = {
  SENT: CircleCheck,
  PENDING: Clock,
  EXCLUDED: CircleSlash,
  FAILED: CircleX,
  UNKNOWN: CircleHelp,
};

/** One recipient beside the list: what became of them, and why. */
export function RecipientDrawer({
  campaignId,
  contactId,
  row,
  index,
  total,
  previousId,
  nextId,
  onMove,
}: {
  campaignId: string;
  contactId: string;
  row: Recipient | undefined;
  /** Where it stands in the list; null when it is not among the rows loaded. */
  index: number | null;
  total: number | null;
  previousId: string | undefined;
  nextId: string | undefined;
  onMove: (contactId: string | null) => void;
}) {
  const query = useQuery(recipientQuery(campaignId, contactId));
  const recipient = query.data ?? row;
  const move = (to: string | undefined) => (to === undefined ? undefined : () => onMove(to));
  return (
    <Drawer
      label={recipient === undefined ? "Recipient" : recipientName(recipient)}
      position={
        index === null
          ? ""
          : total === null
            ? formatCount(index + 1)
            : `${formatCount(index + 1)} of ${formatCount(total)}`
      }
      onPrevious={move(previousId)}
      onNext={move(nextId)}
      onClose={() => onMove(null)}
      // Who was erased, or may not be seen, has no page; the link leads back to this drawer.
      pageHref={
        recipient?.contact ? `/contacts/${contactId}` : `/campaigns/${campaignId}?tab=recipients&open=${contactId}`
      }
      onlyHere={!recipient?.contact}
    >
      {recipient === undefined ? (
        <div className="p-4">
          {query.isError ? (
            <LoadError what="This recipient" error={query.error} retry={() => void query.refetch()} />
          ) : query.isPending ? (
            <Skeleton width="60%" />
          ) : (
            <p className="t-2">This contact is not in the audience of the campaign.</p>
          )}
        </div>
      ) : (
        <Shown campaignId={campaignId} one={recipient} />
      )}
    </Drawer>
  );
}

function Shown({ campaignId, one }: { campaignId: string; one: Recipient }) {
  const told = useQuery({ ...stepsQuery(campaignId, one.contactId), enabled: Boolean(one.messageId) });
  const seesSuppressions = useMay("SUPPRESSIONS_VIEW");
  const { label, tone } = LEDGER[one.state];
  const { contact } = one;
  return (
    <div className="drawer-body" data-testid="recipient-steps">
      <div className="row gap-3">
        <Avatar name={recipientName(one)} size="lg" />
        <div className="grow">
          <h2 className="t-16 semi clip">{recipientName(one)}</h2>
          <p className="t-2 clip">{[contact?.jobTitle, contact?.accountName].filter(Boolean).join(", ")}</p>
        </div>
      </div>
      <dl className="kv mt-3.5">
        <dt>Outcome</dt>
        <dd>
          <Status tone={tone}>{label}</Status>
        </dd>
        {one.reasonLabel ? (
          <>
            <dt>Because</dt>
            <dd>
              {one.suppressionId && seesSuppressions ? (
                <Link className="link" to={`/suppressions/${one.suppressionId}`}>
                  {one.reasonLabel}
                </Link>
              ) : (
                one.reasonLabel
              )}
            </dd>
          </>
        ) : null}
        <dt>Email</dt>
        <dd className="mono">{contact?.email ?? "—"}</dd>
        <dt>Variant</dt>
        <dd>{one.variant ?? "—"}</dd>
        {one.messageId ? (
          <>
            <dt>Message</dt>
            <dd className="mono">{one.messageId}</dd>
          </>
        ) : null}
      </dl>
      <h3 className="semi mt-5 mb-2">What happened</h3>
      {told.isError && told.data === undefined ? (
        <LoadError what="What came of the email" error={told.error} retry={() => void told.refetch()} />
      ) : null}
      <Timeline label="What happened">
        {[...toldSteps(told.data ?? []), ...stepsOf(one)].map((step, index) => (
          <TimelineItem key={`${step.at} ${step.title} ${index}`} icon={index === 0 ? ICONS[one.state] : Circle}>
            <p className="med">{step.title}</p>
            {step.detail === "" ? null : <p className="t-2">{step.detail}</p>}
            {step.at === "" ? null : (
              <p className="t-12 t-3">
                <time dateTime={step.at} title={formatFull(step.at)}>
                  {formatMoment(step.at)}
                </time>
              </p>
            )}
          </TimelineItem>
        ))}
      </Timeline>
    </div>
  );
}
