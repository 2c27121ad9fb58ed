import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Badge } from "@/components/badge.tsx";
import { Button } from "@/components/button.tsx";
import { Card } from "@/components/card.tsx";
import { LoadError } from "@/components/notice.tsx";
import { ScrollRegion } from "@/components/scroll-region.tsx";
import { Skeleton } from "@/components/skeleton.tsx";
import { toastDone, toastFailed } from "@/components/toast.tsx";
import { endOtherSessions, endSession } from "@/features/identity/sessions/mutations.ts";
import { browserOf, sessionsQuery } from "@/features/identity/sessions/queries.ts";
import { messageOf } from "@/lib/api-error.ts";
import { formatAge, formatFull } from "@/lib/format.ts";
import "@/components/data-table/table.css";

/** Where one is signed in. Whatever one does not know can be ended from here. */
export function SessionsCard() {
  const client = useQueryClient();
  const query = useQuery(sessionsQuery);
  const settled = () => client.invalidateQueries({ queryKey: sessionsQuery.queryKey });
  const end = useMutation({
    mutationFn: endSession,
    onSuccess: () => toastDone("That session has ended"),
    onError: (error) => toastFailed(messageOf(error)),
    onSettled: settled,
  });
  const endOthers = useMutation({
    mutationFn: endOtherSessions,
    onSuccess: () => toastDone("You are signed in here only"),
    onError: (error) => toastFailed(messageOf(error)),
    onSettled: settled,
  });
  const others = (query.data ?? []).filter((session) => !session.current).length;
  return (
    <Card
      title="Where you are signed in"
      flush
      aside={
        <Button
          small
          busy={endOthers.isPending}
          disabledReason={others === 0 ? "You are signed in nowhere else" : undefined}
          onClick={() => endOthers.mutate()}
        >
          Sign out everywhere else
        </Button>
      }
    >
      {query.isPending ? (
        <div className="card-body">
          <Skeleton width="60%" />
        </div>
      ) : query.isError ? (
        <div className="card-body">
          <LoadError what="Your sessions" error={query.error} retry={() => void query.refetch()} />
        </div>
      ) : (
        <ScrollRegion label="Sessions">
          <table className="dt flush min-w-140">
            <thead>
              <tr>
                <th scope="col">Browser</th>
                <th scope="col">Address</th>
                <th scope="col">Last used</th>
                <th scope="col" className="r">
                  Actions
                </th>
              </tr>
            </thead>
            <tbody>
              {query.data.map((session) => (
                <tr key={session.id}>
                  <td title={session.userAgent ?? undefined}>{browserOf(session.userAgent)}</td>
                  <td className="mono">{session.ip ?? "—"}</td>
                  <td className="t-2" title={formatFull(session.lastUsedAt)}>
                    {formatAge(session.lastUsedAt)}
                  </td>
                  <td className="r">
                    {session.current ? (
                      <Badge tone="success">This one</Badge>
                    ) : (
                      <Button
                        small
                        busy={end.isPending && end.variables === session.id}
                        aria-label={`Sign out ${browserOf(session.userAgent)}, ${session.ip ?? "address unknown"}`}
                        onClick={() => end.mutate(session.id)}
                      >
                        Sign out
                      </Button>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      )}
    </Card>
  );
}
