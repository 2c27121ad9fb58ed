import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { BellOff, CheckCheck } from "lucide-react";
import { Link, useSearchParams } from "react-router";
import { Button } from "@/components/button.tsx";
import { Empty } from "@/components/empty.tsx";
import { LoadError } from "@/components/notice.tsx";
import { PageHead } from "@/components/page-head.tsx";
import { Tabs } from "@/components/tabs.tsx";
import { useCrumb } from "@/shell/crumbs.tsx";
import { PageSkeleton } from "@/shell/shell.tsx";
import { useMarkRead } from "./mutations.ts";
import { NotificationLine } from "./notification-line.tsx";
import { Preferences } from "./preferences.tsx";
import { notificationsQuery, rowsOf, unreadQuery } from "./queries.ts";
import "./notifications.css";

/** Everything one was told of in the last 90 days, what of it is not read, and what one wants to be told of. */
export default function NotificationsPage() {
  useCrumb("Notifications");
  const [params, setParams] = useSearchParams();
  const unread = useQuery(unreadQuery).data ?? 0;
  const markRead = useMarkRead();
  return (
    <section className="relative flex min-h-0 flex-1 flex-col" aria-label="Notifications">
      <PageHead
        title="Notifications"
        actions={
          <Button
            small
            icon={CheckCheck}
            busy={markRead.isPending}
            disabledReason={unread === 0 ? "Everything is read" : undefined}
            onClick={() => markRead.mutate(undefined)}
          >
            Mark all read
          </Button>
        }
      />
      <Tabs
        label="Which notifications"
        value={params.get("show") ?? "all"}
        onChange={(show) => setParams(show === "all" ? {} : { show }, { replace: true })}
        items={[
          { id: "all", label: "All", content: <List unreadOnly={false} /> },
          { id: "unread", label: "Unread", count: unread === 0 ? undefined : unread, content: <List unreadOnly /> },
          { id: "preferences", label: "Preferences", content: <Preferences /> },
        ]}
      />
    </section>
  );
}

function List({ unreadOnly }: { unreadOnly: boolean }) {
  const query = useInfiniteQuery(notificationsQuery(unreadOnly));
  const { mutate } = useMarkRead();
  if (query.isPending) return <PageSkeleton />;
  if (query.isError) {
    return (
      <div className="p-5">
        <LoadError what="Notifications" error={query.error} retry={() => void query.refetch()} />
      </div>
    );
  }
  const rows = rowsOf(query.data);
  if (rows.length === 0) {
    return (
      <Empty
        icon={BellOff}
        title={unreadOnly ? "Everything is read" : "Nothing to tell you yet"}
        actions={
          unreadOnly ? (
            <Link className="btn" to="/notifications">
              See what was read
            </Link>
          ) : (
            <Link className="btn" to="/notifications?show=preferences">
              Choose what you hear of
            </Link>
          )
        }
      >
        When work you asked for ends, or somebody gives you records, you hear of it here. What you were told is kept for
        90 days.
      </Empty>
    );
  }
  return (
    <div className="told-page">
      <ul aria-label={unreadOnly ? "Unread notifications" : "All notifications"}>
        {rows.map((one) => (
          <NotificationLine key={one.id} one={one} onRead={(id) => mutate([id])} />
        ))}
      </ul>
      {query.hasNextPage ? (
        <div className="row p-4">
          <Button small busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            Show more
          </Button>
        </div>
      ) : null}
    </div>
  );
}
