import { type InfiniteData, infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { graphql } from "@/gql/gql.ts";
import type { NotificationDigestQuery, NotificationListQuery, NotificationPreferencesQuery } from "@/gql/graphql.ts";
import { execute } from "@/lib/graphql.ts";

const UNREAD = graphql(`
  query NotificationsUnread {
    unreadNotifications
  }
`);

const LIST = graphql(`
  query NotificationList($first: Int!, $after: String, $unreadOnly: Boolean!) {
    notifications(first: $first, after: $after, unreadOnly: $unreadOnly) {
      edges {
        node {
          id
          kind
          icon
          tone
          title
          text
          link
          toldAt
          readAt
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

const PREFERENCES = graphql(`
  query NotificationPreferences {
    notificationPreferences {
      kind
      label
      hint
      icon
      inApp
      emailAtOnce
      emailDigest
    }
  }
`);

const DIGEST = graphql(`
  query NotificationDigest {
    notificationDigest {
      every
      hour
      timeZone
      nextAt
      email
    }
  }
`);

type NotificationPage = NotificationListQuery["notifications"];
export type Notification = NotificationPage["edges"][number]["node"];
export type NotificationDigest = NotificationDigestQuery["notificationDigest"];
export type NotificationPreference = NotificationPreferencesQuery["notificationPreferences"][number];

/** First part of the keys of all lists: whatever is told or read changes them all. */
export const NOTIFICATION_LISTS = ["notifications", "list"] as const;

/** Pushed by the server; asked for now and then in case the socket does not get through. */
export const unreadQuery = queryOptions({
  queryKey: ["notifications", "unread"],
  queryFn: async ({ signal }) => (await execute(UNREAD, {}, signal)).unreadNotifications,
  refetchInterval: 120_000,
});

async function pageOf(unreadOnly: boolean, first: number, after: string | null, signal?: AbortSignal) {
  return (await execute(LIST, { first, after, unreadOnly }, signal)).notifications;
}

/** Newest first. */
export const notificationsQuery = (unreadOnly: boolean) =>
  infiniteQueryOptions({
    queryKey: [...NOTIFICATION_LISTS, { unreadOnly }],
    queryFn: ({ pageParam, signal }) => pageOf(unreadOnly, 30, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => (page.pageInfo.hasNextPage ? (page.pageInfo.endCursor ?? null) : null),
  });

/** What the bell shows. */
export const latestQuery = queryOptions({
  queryKey: [...NOTIFICATION_LISTS, "latest"],
  queryFn: async ({ signal }) => (await pageOf(false, 12, null, signal)).edges.map(({ node }) => node),
  staleTime: 0,
});

/** The newest one that is not read. */
export async function newestUnread(): Promise<Notification | undefined> {
  return (await pageOf(true, 1, null)).edges[0]?.node;
}

export const notificationPreferencesQuery = queryOptions({
  queryKey: ["notifications", "preferences"],
  queryFn: async ({ signal }) => (await execute(PREFERENCES, {}, signal)).notificationPreferences,
});

export const notificationDigestQuery = queryOptions({
  queryKey: ["notifications", "digest"],
  queryFn: async ({ signal }) => (await execute(DIGEST, {}, signal)).notificationDigest,
});

export function rowsOf(data: InfiniteData<NotificationPage> | undefined): Notification[] {
  return data?.pages.flatMap((page) => page.edges.map(({ node }) => node)) ?? [];
}
