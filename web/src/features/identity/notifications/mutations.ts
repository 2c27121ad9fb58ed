import { useMutation, useQueryClient } from "@tanstack/react-query";
import { toastFailed } from "@/components/toast.tsx";
import { graphql } from "@/gql/gql.ts";
import type { NotificationMailSetInput } from "@/gql/graphql.ts";
import { messageOf } from "@/lib/api-error.ts";
import { accepted, execute } from "@/lib/graphql.ts";
import { NOTIFICATION_LISTS, type NotificationDigest, type NotificationPreference, unreadQuery } from "./queries.ts";

const READ = graphql(`
  mutation NotificationsMarkRead($input: NotificationsMarkReadInput!) {
    notificationsMarkRead(input: $input) {
      unread
      position
      userErrors {
        ...Refusal
      }
    }
  }
`);
const READ_ALL = graphql(`
  mutation NotificationsMarkAllRead {
    notificationsMarkAllRead {
      unread
      position
      userErrors {
        ...Refusal
      }
    }
  }
`);
const SET = graphql(`
  mutation NotificationPreferencesSet($input: NotificationPreferencesSetInput!) {
    notificationPreferencesSet(input: $input) {
      position
      preferences {
        kind
        label
        hint
        icon
        inApp
        emailAtOnce
        emailDigest
      }
      userErrors {
        ...Refusal
      }
    }
  }
`);

const SET_MAIL = graphql(`
  mutation NotificationMailSet($input: NotificationMailSetInput!) {
    notificationMailSet(input: $input) {
      position
      digest {
        every
        hour
        timeZone
        nextAt
        email
      }
      userErrors {
        ...Refusal
      }
    }
  }
`);
const SEND_NOW = graphql(`
  mutation NotificationDigestSendNow {
    notificationDigestSendNow {
      sentTo
      userErrors {
        ...Refusal
      }
    }
  }
`);

/** Marks these, or all of them without ids. Answers with how many are left, where the server knows already. */
async function markRead(ids?: readonly number[]): Promise<number | null> {
  const payload =
    ids === undefined
      ? (await execute(READ_ALL, {})).notificationsMarkAllRead
      : // The page may be left in the same moment: the link that was pressed leads elsewhere.
        (await execute(READ, { input: { ids: [...ids] } }, undefined, { keepalive: true })).notificationsMarkRead;
  return accepted(payload).unread ?? null;
}

/** Marks these as read, or all of them without ids. */
export function useMarkRead() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: markRead,
    onSuccess: (unread) => {
      if (unread !== null) client.setQueryData(unreadQuery.queryKey, unread);
    },
    onError: (error) => toastFailed(`Not marked as read. ${messageOf(error)}`),
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: NOTIFICATION_LISTS }),
        client.invalidateQueries({ queryKey: unreadQuery.queryKey }),
      ]),
  });
}

/** `inAppOff`: kinds that are not told of in the app. */
export async function setNotificationPreferences(inAppOff: string[]): Promise<NotificationPreference[]> {
  const payload = (await execute(SET, { input: { inAppOff } })).notificationPreferencesSet;
  return accepted(payload).preferences ?? [];
}

/** What comes by mail, and when the digest does; replaces all that was chosen before. Answers with the digest as it is now. */
export async function setNotificationMail(input: NotificationMailSetInput): Promise<NotificationDigest | null> {
  return accepted((await execute(SET_MAIL, { input })).notificationMailSet).digest ?? null;
}

/** Answers with the address. */
export async function sendDigestNow(): Promise<string> {
  return accepted((await execute(SEND_NOW, {})).notificationDigestSendNow).sentTo ?? "";
}
