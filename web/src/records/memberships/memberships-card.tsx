import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { Link } from "react-router";
import { Badge } from "@/components/badge.tsx";
import { Button } from "@/components/button.tsx";
import { Card } from "@/components/card.tsx";
import { LoadError } from "@/components/notice.tsx";
import { Skeleton } from "@/components/skeleton.tsx";
import { pathOf } from "@/features/audience/segments/words.ts";
import { useMay } from "@/features/identity/me/queries.ts";
import type { Entity } from "@/gql/graphql.ts";
import { formatFull } from "@/lib/format.ts";
import { type Memberships, membershipsQuery } from "./queries.ts";
import { howWords, reasonWords, sinceWords, stayWords, viaWords } from "./words.ts";

/** So many of a kind are shown; the others follow when they are asked for. */
const FEW = 5;

interface CardProps {
  entity: Entity;
  id: string;
}

/** On a contact or account: which segments, lists and domain sets it is in, since when and why. */
export function MembershipsCard(props: CardProps) {
  return useMay("SEGMENTS_VIEW") ? <Shown key={props.id} {...props} /> : null;
}

function Shown({ entity, id }: CardProps) {
  const [past, setPast] = useState(false);
  const query = useQuery(membershipsQuery(entity, id, past));
  const noun = entity === "ACCOUNT" ? "account" : "contact";
  return (
    <div data-testid="memberships-card">
      <Card
        title="Belongs to"
        aside={
          <Button small variant="quiet" onClick={() => setPast(!past)}>
            {past ? "Only now" : "Show what it left"}
          </Button>
        }
      >
        {query.isError ? (
          <LoadError what="What it belongs to" error={query.error} retry={() => void query.refetch()} />
        ) : query.data === undefined ? (
          <div className="delayed">
            <Skeleton width="70%" />
          </div>
        ) : isEmpty(query.data) ? (
          <p className="t-3">
            {past
              ? `This ${noun} was never in a segment, list or domain set that you see.`
              : `This ${noun} is in no segment, list or domain set that you see.`}
          </p>
        ) : (
          <Groups entity={entity} of={query.data} />
        )}
      </Card>
    </div>
  );
}

function isEmpty({ segments, lists, domainSets }: Memberships): boolean {
  return segments.length + lists.length + domainSets.length === 0;
}

function Groups({ entity, of }: { entity: Entity; of: Memberships }) {
  return (
    <div className="flex flex-col gap-4">
      <Group
        title="Segments"
        rows={of.segments.map((one) => ({
          id: one.segmentId,
          to: pathOf({ entity, id: one.segmentId }),
          name: one.name,
          standing: standing(one),
          when: stayWords(one),
          exactly: exactly(one),
          why: one.leftBecause ? reasonWords(one.leftBecause, "out") : reasonWords(one.enteredBecause, "in"),
        }))}
      />
      <Group
        title="Lists"
        rows={of.lists.map((one) => ({
          id: one.listId,
          to: `/lists/${one.listId}`,
          name: one.name,
          standing: standing(one),
          when: stayWords(one),
          exactly: exactly(one),
          why: howWords(one),
        }))}
      />
      <Group
        title="Domain sets"
        rows={of.domainSets.map((one) => ({
          id: one.domainSetId,
          to: `/domain-sets/${one.domainSetId}`,
          name: one.name,
          standing: standing({ ...one, leftAt: null }),
          when: sinceWords(entity, one),
          exactly: one.matchedAt ? `Matched ${formatFull(one.matchedAt)}` : undefined,
          why: viaWords(entity, one),
        }))}
      />
    </div>
  );
}

interface Row {
  id: string;
  to: string;
  name: string;
  /** Left, archived; null: it is in it. */
  standing: string | null;
  when: string | null;
  exactly: string | undefined;
  why: string;
}

function Group({ title, rows }: { title: string; rows: Row[] }) {
  const [all, setAll] = useState(false);
  if (rows.length === 0) return null;
  const shown = all ? rows : rows.slice(0, FEW);
  return (
    <section aria-label={title}>
      <h3 className="t-12 med t-3 mb-1">{title}</h3>
      <ul className="flex flex-col gap-2">
        {shown.map((row) => (
          <li key={row.id} className="min-w-0">
            <p className="row min-w-0 gap-2">
              <Link className="link clip" to={row.to}>
                {row.name}
              </Link>
              {row.standing === null ? null : <Badge tone="neutral">{row.standing}</Badge>}
            </p>
            <Details title={row.exactly}>{[row.why, row.when].filter(Boolean).join(" · ")}</Details>
          </li>
        ))}
      </ul>
      {rows.length > shown.length ? (
        <Button small variant="quiet" onClick={() => setAll(true)}>
          {`Show all ${rows.length} ${title.toLowerCase()}`}
        </Button>
      ) : null}
    </section>
  );
}

function Details({ title, children }: { title: string | undefined; children: ReactNode }) {
  return (
    <p className="t-12 t-3" title={title}>
      {children}
    </p>
  );
}

function standing({ archived, leftAt }: { archived: boolean; leftAt?: string | null }): string | null {
  if (leftAt) return "Left";
  return archived ? "Archived" : null;
}

function exactly({ enteredAt, leftAt }: { enteredAt: string; leftAt?: string | null }): string {
  return leftAt ? `${formatFull(enteredAt)} to ${formatFull(leftAt)}` : `Since ${formatFull(enteredAt)}`;
}
