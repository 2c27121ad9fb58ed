import { QueryClientProvider, useQuery } from "@tanstack/react-query";
import { act, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { MemoryRouter, Route, Routes, useLocation } from "react-router";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { TooltipProvider } from "@/components/tooltip.tsx";
import { createQueryClient } from "@/lib/query-client.ts";
import { taskCountsQuery } from "@/features/work/tasks/queries.ts";
import Bell from "./bell.tsx";
import NotificationsPage from "./notifications-page.tsx";
import { isHere } from "./use-unread.ts";

type Push = (data: object) => void;
const socket = vi.hoisted(() => ({ push: (() => {}) as Push }));
vi.mock("@/lib/subscribe.ts", () => ({
  subscribe: (_: unknown, __: unknown, onData: Push) => {
    socket.push = onData;
    return () => {};
  },
}));

const asked: { query: string; variables: { ids?: number[]; input?: { ids?: number[]; inAppOff?: string[] } } }[] = [];
let unread: number;
let tasks: number;
const line = (id: number, title: string, link: string) => ({
  id,
  kind: "import_ended",
  icon: "upload",
  tone: "GOOD",
  title,
  text: "12 created",
  link,
  toldAt: new Date().toISOString(),
  readAt: null,
});
const kind = (key: string, label: string, inApp: boolean) => ({
  kind: key,
  label,
  hint: "…",
  icon: "upload",
  inApp,
  emailAtOnce: false,
  emailDigest: true,
});
let lines: ReturnType<typeof line>[];

function answer(query: string): object {
  const pageInfo = { hasNextPage: false, endCursor: null };
  if (query.includes("query Me")) return { me: { preferences: null, viewingUntil: null, client: null } };
  if (query.includes("query TaskCounts")) return { taskCounts: { open: tasks, overdue: 0 } };
  if (query.includes("query NotificationsUnread")) return { unreadNotifications: unread };
  if (query.includes("query NotificationList")) {
    return { notifications: { edges: lines.map((node) => ({ node })), pageInfo } };
  }
  if (query.includes("query NotificationPreferences")) {
    return { notificationPreferences: [kind("import_ended", "My imports end", true)] };
  }
  const digest = { every: "OFF", hour: 8, timeZone: "UTC", nextAt: null, email: "ada@example.com" };
  if (query.includes("query NotificationDigest")) return { notificationDigest: digest };
  if (query.includes("mutation NotificationMailSet")) {
    return { notificationMailSet: { position: 9, digest: { ...digest, every: "DAILY" }, userErrors: [] } };
  }
  if (query.includes("NotificationPreferencesSet")) {
    return { notificationPreferencesSet: { position: 9, preferences: [], userErrors: [] } };
  }
  unread = 0;
  const payload = { unread: 0, position: 9, userErrors: [] };
  return { notificationsMarkRead: payload, notificationsMarkAllRead: payload };
}

beforeEach(() => {
  asked.length = 0;
  unread = 2;
  tasks = 1;
  lines = [line(7, "Import finished: fair.csv", "/contacts/imports/x"), line(5, "Export ready", "/exports")];
  vi.stubGlobal(
    "fetch",
    vi.fn<typeof fetch>(async (_, init) => {
      const body = JSON.parse(String(init?.body)) as (typeof asked)[number];
      asked.push(body);
      return new Response(JSON.stringify({ data: answer(body.query) }));
    }),
  );
});

function Where() {
  return <output aria-label="Address">{useLocation().pathname}</output>;
}

/** Stands for whatever shows tasks. */
function Tasks() {
  return <output aria-label="Tasks">{useQuery(taskCountsQuery()).data?.open}</output>;
}

function start(at = "/") {
  render(
    <QueryClientProvider client={createQueryClient()}>
      <TooltipProvider>
        <MemoryRouter initialEntries={[at]}>
          <main>
            <Bell />
            <Where />
            <Tasks />
            <Routes>
              <Route path="/notifications" element={<NotificationsPage />} />
              <Route path="*" element={null} />
            </Routes>
          </main>
        </MemoryRouter>
      </TooltipProvider>
    </QueryClientProvider>,
  );
  return userEvent.setup();
}

const sent = (name: string) => asked.filter(({ query }) => query.includes(name));

describe("the bell", () => {
  it("says how many wait, and following one reads it", async () => {
    const user = start();
    await user.click(await screen.findByRole("button", { name: "Notifications, 2 unread" }));
    const panel = await screen.findByRole("dialog", { name: "Notifications" });
    const link = await within(panel).findByRole("link", { name: /^Unread: ?Import finished: fair\.csv/ });
    expect(link).toHaveAttribute("href", "/contacts/imports/x");
    await user.click(link);
    expect(screen.getByLabelText("Address")).toHaveTextContent("/contacts/imports/x");
    await waitFor(() => expect(sent("NotificationsMarkRead")[0]?.variables.input).toEqual({ ids: [7] }));
    expect(await screen.findByRole("button", { name: "Notifications" })).toBeInTheDocument();
    expect(screen.queryByRole("dialog")).toBeNull();
  });

  it("marks all read, and says so when there is nothing", async () => {
    lines = [];
    const user = start();
    await user.click(await screen.findByRole("button", { name: "Notifications, 2 unread" }));
    expect(await screen.findByRole("heading", { name: "Nothing to tell you yet" })).toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: "Mark all read" }));
    await waitFor(() => expect(sent("NotificationsMarkAllRead")).toHaveLength(1));
    await waitFor(() => expect(screen.queryByRole("button", { name: "Mark all read" })).toBeNull());
  });

  it("rings when the server says so", async () => {
    start();
    await screen.findByRole("button", { name: "Notifications, 2 unread" });
    act(() => socket.push({ notificationsChanged: { count: 2, newestId: 5 } }));
    act(() => socket.push({ notificationsChanged: { count: 3, newestId: 7 } }));
    expect(await screen.findByRole("button", { name: "Notifications, 3 unread" })).toBeInTheDocument();
    expect(sent("NotificationsMarkRead")).toHaveLength(0);
  });

  it("has tasks asked for anew when something was told, for it may be one", async () => {
    start();
    await waitFor(() => expect(screen.getByLabelText("Tasks")).toHaveTextContent("1"));
    act(() => socket.push({ notificationsChanged: { count: 2, newestId: 5 } }));
    tasks = 2;
    act(() => socket.push({ notificationsChanged: { count: 3, newestId: 7 } }));
    await waitFor(() => expect(screen.getByLabelText("Tasks")).toHaveTextContent("2"));
  });

  it("reads by itself what is being looked at when it is told", async () => {
    start("/contacts/imports/x");
    await screen.findByRole("button", { name: "Notifications, 2 unread" });
    act(() => socket.push({ notificationsChanged: { count: 2, newestId: 5 } }));
    expect(sent("NotificationsMarkRead")).toHaveLength(0);
    act(() => socket.push({ notificationsChanged: { count: 3, newestId: 7 } }));
    await waitFor(() => expect(sent("NotificationsMarkRead")[0]?.variables.input).toEqual({ ids: [7] }));
  });

  it("knows a part of a list from the list", () => {
    const at = { pathname: "/contacts", search: "?q=ada" };
    expect(isHere("/contacts?filter=x", at)).toBe(false);
    expect(isHere("/contacts?q=ada", at)).toBe(true);
    expect(isHere("/contacts", at)).toBe(true);
  });
});

describe("the page of notifications", () => {
  it("switches a kind off", async () => {
    const user = start("/notifications?show=preferences");
    await user.click(await screen.findByRole("checkbox", { name: "My imports end" }));
    await waitFor(() =>
      expect(sent("NotificationPreferencesSet")[0]?.variables.input).toEqual({ inAppOff: ["import_ended"] }),
    );
  });

  it("turns the digest on with all that was chosen before, and says that a kind comes at once", async () => {
    const user = start("/notifications?show=preferences");
    await user.selectOptions(await screen.findByRole("combobox", { name: "Comes" }), "Every day");
    await waitFor(() =>
      expect(sent("NotificationMailSet")[0]?.variables.input).toMatchObject({
        every: "DAILY",
        atOnce: [],
        digestOff: [],
      }),
    );
    await user.click(await screen.findByRole("checkbox", { name: "My imports end, by mail at once" }));
    await waitFor(() =>
      expect(sent("NotificationMailSet")[1]?.variables.input).toMatchObject({ atOnce: ["import_ended"] }),
    );
  });
});
