import { useQuery } from "@tanstack/react-query";
import { useMay } from "@/features/identity/me/queries.ts";
import { formatCount } from "@/lib/format.ts";
import { requestsWaitingQuery } from "./queries.ts";

/** Beside "Compliance Center" in the navigation: requests that are overdue or due within seven days. */
export default function RequestCount() {
  return useMay("PRIVACY_REQUESTS") ? <Shown /> : null;
}

function Shown() {
  const waiting = useQuery(requestsWaitingQuery).data;
  if (waiting === undefined || waiting.soon + waiting.overdue === 0) return null;
  const late = waiting.overdue > 0;
  return (
    <span className={`num t-12 ml-auto ${late ? "c-danger med" : "t-3"}`} data-testid="requests-due">
      {formatCount(waiting.soon + waiting.overdue)}
      <span className="sr">{late ? " requests due or overdue" : " requests due within 7 days"}</span>
    </span>
  );
}
