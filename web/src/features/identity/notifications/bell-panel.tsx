import { useQuery } from "@tanstack/react-query";
import { BellOff } from "lucide-react";
import { Link } from "react-router";
import { Button } from "@/components/button.tsx";
import { Empty } from "@/components/empty.tsx";
import { LoadError } from "@/components/notice.tsx";
import { Skeleton } from "@/components/skeleton.tsx";
import { useMarkRead } from "./mutations.ts";
import { NotificationLine } from "./notification-line.tsx";
import { latestQuery } from "./queries.ts";

/** The latest notifications, under the bell. */
export default function BellPanel({ unread, onLeave }: { unread: number; onLeave: () => void }) {
  const query = useQuery(latestQuery);
  const markRead = useMarkRead();
  return (
    <>
      <div className="bell-head">
        <h2 className="t-14 semi">Notifications</h2>
        {unread === 0 ? null : (
          <Button
            variant="quiet"
            small
            className="push"
            busy={markRead.isPending && markRead.variables === undefined}
            onClick={() => markRead.mutate(undefined)}
          >
            Mark all read
          </Button>
        )}
      </div>
      {query.isPending ? (
        <div className="p-4" role="status" aria-label="Loading">
          <Skeleton width="70%" />
        </div>
      ) : query.isError ? (
        <div className="p-4">
          <LoadError what="Notifications" error={query.error} retry={() => void query.refetch()} />
        </div>
      ) : query.data.length === 0 ? (
        <Empty icon={BellOff} title="Nothing to tell you yet">
          When work you asked for ends, or somebody gives you records, you hear of it here.
        </Empty>
      ) : (
        <ul className="bell-list" aria-label="Latest notifications">
          {query.data.map((one) => (
            <NotificationLine key={one.id} one={one} onFollow={onLeave} onRead={(id) => markRead.mutate([id])} />
          ))}
        </ul>
      )}
      <div className="bell-foot">
        <Link to="/notifications" className="link" onClick={onLeave}>
          All notifications
        </Link>
        <Link to="/notifications?show=preferences" className="link push" onClick={onLeave}>
          Preferences
        </Link>
      </div>
    </>
  );
}
