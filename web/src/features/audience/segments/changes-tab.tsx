import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useSearchParams } from "react-router";
import { Card } from "@/components/card.tsx";
import { TextField } from "@/components/field.tsx";
import { formatCount } from "@/lib/format.ts";
import { MemberTable } from "./member-table.tsx";
import { movedQuery, movesQuery, type Segment } from "./queries.ts";
import { dayOf, daysAgo, nounsOf, startOf } from "./words.ts";

/** Days that are looked at first. */
const FIRST = 7;

/** Who entered and who left since a day. */
export function ChangesTab({ segment, onWhy }: { segment: Segment; onWhy: (recordId: string) => void }) {
  const [params, setParams] = useSearchParams();
  const { noun } = nounsOf(segment.entity);
  const first = dayOf(daysAgo(FIRST));
  const day = params.get("since") ?? first;
  const since = startOf(day) ?? startOf(first) ?? "";
  const left = params.get("moved") === "left";
  const query = useInfiniteQuery(movedQuery(segment, left ? "LEFT" : "ENTERED", since));
  const moves = useQuery(movesQuery(segment, since)).data;
  const set = (name: string, value: string) =>
    setParams(
      (now) => {
        const next = new URLSearchParams(now);
        if (value === "") next.delete(name);
        else next.set(name, value);
        return next;
      },
      { replace: true },
    );
  const way = (label: string, count: number | undefined, on: boolean, value: string) => (
    <button type="button" className={on ? "on" : ""} aria-pressed={on} onClick={() => set("moved", value)}>
      {label} <span className="num">{count === undefined ? "…" : formatCount(count)}</span>
    </button>
  );
  return (
    <>
      <div className="row flex-wrap items-end gap-3">
        <TextField
          label="Since the beginning of"
          type="date"
          value={day}
          max={dayOf(daysAgo(0))}
          onChange={(event) => set("since", event.target.value)}
        />
        <span className="seg" role="group" aria-label="Which changes">
          {way("Entered", moves?.entered, !left, "")}
          {way("Left", moves?.left, left, "left")}
        </span>
      </div>
      <Card flush>
        <MemberTable
          segment={segment}
          query={query}
          label={left ? "Who left" : "Who entered"}
          total={(left ? moves?.left : moves?.entered) ?? null}
          when={left ? "leftAt" : "enteredAt"}
          nobody={`No ${noun} has ${left ? "left" : "entered"} since then.`}
          onWhy={onWhy}
        />
      </Card>
    </>
  );
}
