import { useQuery } from "@tanstack/react-query";
import { Check, Minus, X } from "lucide-react";
import { Link } from "react-router";
import { Dialog } from "@/components/dialog.tsx";
import { Icon } from "@/components/icon.tsx";
import { LoadError } from "@/components/notice.tsx";
import { Skeleton } from "@/components/skeleton.tsx";
import { accountQuery } from "@/features/audience/accounts/queries.ts";
import { contactQuery } from "@/features/audience/contacts/queries.ts";
import { formatFull, formatMoment } from "@/lib/format.ts";
import { accountName } from "@/records/kinds/account-kind.ts";
import { contactName } from "@/records/kinds/contact-kind.ts";
import {
  type Segment,
  type SegmentCondition,
  type SegmentReason,
  type SegmentStay,
  type SegmentWhy,
  whyQuery,
} from "./queries.ts";
import { causeWords, holdsWords, nounsOf } from "./words.ts";

/** Why one record is in a segment, or is not, and what brought it in and out before. */
export function WhyDialog({ segment, id, onClose }: { segment: Segment; id: string; onClose: () => void }) {
  const { noun, nouns } = nounsOf(segment.entity);
  const query = useQuery(whyQuery(segment.id, id));
  const contact = useQuery({ ...contactQuery(id), enabled: segment.entity === "CONTACT" }).data;
  const account = useQuery({ ...accountQuery(id), enabled: segment.entity === "ACCOUNT" }).data;
  const name = contact ? contactName(contact) : account ? accountName(account) : `This ${noun}`;
  const why = query.data;
  return (
    <Dialog open onClose={onClose} title={`Why ${name}`} description={segment.name} width={560}>
      <div className="dialog-body flex flex-col gap-5">
        {query.isError ? (
          <LoadError what="The reasons" error={query.error} retry={() => void query.refetch()} />
        ) : why === undefined ? (
          <div className="delayed flex flex-col gap-3">
            <Skeleton width="70%" />
            <Skeleton width="50%" />
          </div>
        ) : (
          <>
            <p className="med" data-testid="why-answer">
              {answer(name, why, segment)}
            </p>
            {why.conditions.length === 0 ? null : (
              <section aria-label="Conditions now">
                <h3 className="t-12 med t-3 mb-1">The definition, condition by condition</h3>
                <Conditions of={why.conditions} />
              </section>
            )}
            <section aria-label="Stays">
              <h3 className="t-12 med t-3 mb-1">In and out</h3>
              {why.stays.length === 0 ? (
                <p className="t-2">Never in this segment so far.</p>
              ) : (
                <ol className="flex flex-col gap-3">
                  {why.stays.map((stay) => (
                    <Stay key={stay.enteredAt} stay={stay} />
                  ))}
                </ol>
              )}
            </section>
            <Link className="link self-start" to={`/${nouns}/${id}`}>
              Open this {noun}
            </Link>
          </>
        )}
      </div>
    </Dialog>
  );
}

/** The two may differ for a moment, or for as long as the segment stands still. */
export function answer(
  name: string,
  { member, fulfils }: Pick<SegmentWhy, "member" | "fulfils">,
  { active, archived }: Pick<Segment, "active" | "archived">,
): string {
  if (member === fulfils) {
    return member
      ? `${name} is in the segment and fulfils the definition.`
      : `${name} is not in the segment and does not fulfil the definition.`;
  }
  const why = active && !archived ? "this will follow in a moment" : "the segment stands still";
  return member
    ? `${name} is in the segment and does not fulfil the definition any more: ${why}.`
    : `${name} fulfils the definition and is not in the segment: ${why}.`;
}

function Conditions({ of }: { of: SegmentCondition[] }) {
  return (
    <ul className="flex flex-col gap-1">
      {of.map((condition, index) => {
        const { sentence, holds } = condition;
        const unsure = holds === null || holds === undefined;
        return (
          <li key={`${index} ${sentence}`} className="row items-start gap-2">
            <Icon
              as={unsure ? Minus : holds ? Check : X}
              size="sm"
              className={`mt-1 ${unsure ? "t-3" : holds ? "c-success" : "c-danger"}`}
            />
            <span className="sr">{holdsWords(condition)}:</span>
            <span className="min-w-0">
              {sentence}
              {unsure ? <span className="t-12 t-3 block">{holdsWords(condition)}</span> : null}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

function Stay({ stay }: { stay: SegmentStay }) {
  return (
    <li className="flex flex-col gap-1">
      {stay.leftAt ? <Move word="Left" at={stay.leftAt} reason={stay.leftBecause ?? null} way="out" /> : null}
      <Move word="Entered" at={stay.enteredAt} reason={stay.enteredBecause} way="in" />
    </li>
  );
}

function Move({
  word,
  at,
  reason,
  way,
}: {
  word: string;
  at: string;
  reason: SegmentReason | null;
  way: "in" | "out";
}) {
  return (
    <div>
      <p>
        <span className="med">{word}</span> <time title={formatFull(at)}>{formatMoment(at)}</time>
        {reason === null ? null : <span className="t-2">. {causeWords(reason, way)}.</span>}
      </p>
      {reason === null || reason.conditions.length === 0 ? null : (
        <div className="t-12 t-2 pl-4">
          <Conditions of={reason.conditions} />
        </div>
      )}
    </div>
  );
}
