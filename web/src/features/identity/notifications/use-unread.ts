/** How many notifications wait, as the server pushes it. What somebody is looking at while it is told is read already. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useEffectEvent } from "react";
import { useLocation } from "react-router";
import { WORK } from "@/features/work/tasks/queries.ts";
import { graphql } from "@/gql/gql.ts";
import { subscribe } from "@/lib/subscribe.ts";
import { useMarkRead } from "./mutations.ts";
import { newestUnread, NOTIFICATION_LISTS, unreadQuery } from "./queries.ts";

const CHANGED = graphql(`
  subscription NotificationsChanged {
    notificationsChanged {
      count
      newestId
    }
  }
`);

export function useUnread(): number {
  const client = useQueryClient();
  const location = useLocation();
  const { mutate } = useMarkRead();
  const { data } = useQuery(unreadQuery);

  const hear = useEffectEvent(async (count: number, told: boolean) => {
    client.setQueryData(unreadQuery.queryKey, count);
    void client.invalidateQueries({ queryKey: NOTIFICATION_LISTS });
    // It may tell of a task: the count in the navigation and the lists are not to say less than the bell.
    if (told) void client.invalidateQueries({ queryKey: [WORK] });
    if (!told || document.visibilityState !== "visible") return;
    const newest = await newestUnread().catch(() => undefined);
    if (newest !== undefined && isHere(newest.link, location)) mutate([newest.id]);
  });

  useEffect(() => {
    // What waited already when the page was opened is no news.
    let seen: number | null = null;
    return subscribe(CHANGED, {}, ({ notificationsChanged: { count, newestId } }) => {
      const newest = newestId ?? 0;
      const told = seen !== null && newest > seen;
      seen = Math.max(seen ?? 0, newest);
      void hear(count, told);
    });
  }, []);

  return data ?? 0;
}

/** A link to a part of a list is not where one is just because the list is open. */
export function isHere(link: string, at: { pathname: string; search: string }): boolean {
  return link === at.pathname || link === at.pathname + at.search;
}
