import { useQuery } from "@tanstack/react-query";
import { formatCount } from "@/lib/format.ts";
import { repliesWaitingQuery } from "./queries.ts";

/** Beside "Replies" in the navigation: how many wait for somebody. */
export default function ReplyCount() {
  const waiting = useQuery(repliesWaitingQuery).data;
  if (waiting === undefined || waiting === 0) return null;
  return (
    <span className="num t-12 t-3 ml-auto" data-testid="replies-waiting">
      {formatCount(waiting)}
      <span className="sr"> to do</span>
    </span>
  );
}
