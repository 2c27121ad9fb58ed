import { useQuery } from "@tanstack/react-query";
import { formatCount } from "@/lib/format.ts";
import { taskCountsQuery } from "./queries.ts";

/** Beside "My tasks" in the navigation: what is overdue, else what is open. */
export default function TaskCount() {
  const counts = useQuery(taskCountsQuery()).data;
  if (counts === undefined || counts.open === 0) return null;
  const late = counts.overdue > 0;
  return (
    <span className={`num t-12 ml-auto ${late ? "c-danger med" : "t-3"}`}>
      {formatCount(late ? counts.overdue : counts.open)}
      <span className="sr">{late ? " overdue" : " open"}</span>
    </span>
  );
}
