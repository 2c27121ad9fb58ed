import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Link, useSearchParams } from "react-router";
import { Button } from "@/components/button.tsx";
import { Card } from "@/components/card.tsx";
import { TextField } from "@/components/field.tsx";
import { countOf } from "@/lib/format.ts";
import { MemberTable } from "./member-table.tsx";
import { memberCountQuery, membersQuery, type Segment } from "./queries.ts";
import { dayOf, daysAgo, endOf, membersPath, nounsOf } from "./words.ts";

/** Who is in it, or was at the end of a day. */
export function MembersTab({ segment, onWhy }: { segment: Segment; onWhy: (recordId: string) => void }) {
  const [params, setParams] = useSearchParams();
  const { noun, nouns } = nounsOf(segment.entity);
  const today = dayOf(daysAgo(0));
  const day = params.get("on") ?? "";
  // Of today it is not known yet how it ends.
  const at = day === today ? null : endOf(day);
  const query = useInfiniteQuery(membersQuery(segment, at));
  const counted = useQuery(memberCountQuery(segment, at)).data ?? null;
  const show = (to: string) =>
    setParams(
      (now) => {
        const next = new URLSearchParams(now);
        if (to === "") next.delete("on");
        else next.set("on", to);
        return next;
      },
      { replace: true },
    );
  const title = at === null ? "Members now" : "Members on that day";
  return (
    <>
      <div className="row flex-wrap items-end gap-3">
        <TextField
          label="As of the end of"
          type="date"
          value={day}
          max={today}
          onChange={(event) => show(event.target.value)}
        />
        {day === "" ? null : (
          <Button variant="quiet" onClick={() => show("")}>
            Show now
          </Button>
        )}
      </div>
      <Card
        flush
        title={title}
        sub={counted === null ? "…" : countOf(counted, noun, nouns)}
        aside={
          at === null && !segment.archived ? (
            <Link className="link" to={membersPath(segment)}>
              Open as a list
            </Link>
          ) : undefined
        }
      >
        <MemberTable
          segment={segment}
          query={query}
          label={title}
          total={counted}
          when="enteredAt"
          nobody={at === null ? `No ${noun} fulfils the definition now.` : `No ${noun} was in it then.`}
          onWhy={onWhy}
        />
      </Card>
    </>
  );
}
