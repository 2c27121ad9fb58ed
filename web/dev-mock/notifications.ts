/** Three things somebody was told, and one kind to switch off. */
import { connection, type PageArgs } from "./connection.ts";

interface Told {
  id: number;
  readAt: string | null;
  [key: string]: unknown;
}

const told: Told[] = [
  {
    id: 12,
    kind: "records_assigned",
    icon: "user-check",
    tone: "NEUTRAL",
    title: "4,210 contacts were assigned to you by Maren Lindqvist",
    text: null,
    link: "/contacts",
    toldAt: new Date().toISOString(),
    causedBy: "Maren Lindqvist",
    readAt: null,
  },
  {
    id: 9,
    kind: "tasks_assigned",
    icon: "task",
    tone: "NEUTRAL",
    title: "2 tasks were assigned to you by Noor Haddad",
    text: null,
    link: "/tasks",
    toldAt: new Date(Date.now() - 1_800_000).toISOString(),
    causedBy: "Noor Haddad",
    readAt: null,
  },
  {
    id: 7,
    kind: "import_ended",
    icon: "upload",
    tone: "WARNING",
    title: "Import finished: fair.csv",
    text: "1,100 created, 20 rejected",
    link: "/contacts/imports",
    toldAt: new Date(Date.now() - 3_600_000).toISOString(),
    causedBy: null,
    readAt: null,
  },
];
let off: string[] = [];
let mail = { atOnce: [] as string[], digestOff: [] as string[], every: "OFF", hour: 8, timeZone: "UTC" };

export function notificationResolvers() {
  const unread = () => told.filter((one) => one.readAt === null);
  const read = (some: Told[]) => {
    for (const one of some) one.readAt ??= new Date().toISOString();
    return { unread: unread().length, position: null, userErrors: [] };
  };
  const preferences = () => [
    {
      kind: "records_assigned",
      label: "Records assigned to me",
      hint: "Somebody makes you the owner of contacts or accounts.",
      icon: "user-check",
      inApp: !off.includes("records_assigned"),
      emailAtOnce: mail.atOnce.includes("records_assigned"),
      emailDigest: !mail.digestOff.includes("records_assigned"),
    },
  ];
  const digest = () => {
    const { every, hour, timeZone } = mail;
    const nextAt = every === "OFF" ? null : new Date(Date.now() + 43_200_000).toISOString();
    return { every, hour, timeZone, nextAt, email: "you@example.com" };
  };
  return {
    notificationDigest: digest,
    notificationMailSet: ({ input }: { input: typeof mail }) => {
      mail = input;
      return { position: null, preferences: preferences(), digest: digest(), userErrors: [] };
    },
    notificationDigestSendNow: () => ({ sentTo: "you@example.com", userErrors: [] }),
    unreadNotifications: () => unread().length,
    notifications: (args: PageArgs & { unreadOnly?: boolean }) =>
      connection(args.unreadOnly === true ? unread() : told, args, (one) => one),
    notificationPreferences: preferences,
    notificationsMarkRead: ({ input }: { input: { ids: number[] } }) =>
      read(told.filter((one) => input.ids.includes(one.id))),
    notificationsMarkAllRead: () => read(told),
    notificationPreferencesSet: ({ input }: { input: { inAppOff: string[] } }) => {
      off = input.inAppOff;
      return { position: null, preferences: preferences(), userErrors: [] };
    },
  };
}
