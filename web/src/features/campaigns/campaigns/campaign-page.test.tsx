import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import { createMemoryRouter, RouterProvider } from "react-router";
import { beforeEach, expect, it, vi } from "vitest";
import { Toasts } from "@/components/toast.tsx";
import { TooltipProvider } from "@/components/tooltip.tsx";
import CampaignPage from "./campaign-page.tsx";
import { DRAFT, ID, LEDGER, RUNNING } from "./fixture.ts";
import type { Campaign } from "./queries.ts";

const allowed = vi.hoisted(() => ({ all: new Set<string>() }));
vi.mock("@/features/identity/me/queries.ts", () => ({
  useMe: () => ({ id: "ada", name: "Ada", role: "CAMPAIGN_MANAGER", teams: [] }),
  useGrants: () => new Map(),
  useMay: (permission: string) => allowed.all.has(permission),
}));
const execute = vi.hoisted(() => vi.fn<(document: unknown, variables: unknown) => Promise<unknown>>());
vi.mock("@/lib/graphql.ts", async (original) => ({ ...(await original<object>()), execute }));
vi.mock("@/lib/subscribe.ts", () => ({ subscribe: () => () => {} }));

/** Of the figures that the tiles show. */
const NOTHING_CAME = {
  bouncedHard: 0,
  bouncedSoft: 0,
  clicked: 0,
  machineClicked: 0,
  replied: 0,
  complained: 0,
};

let campaign: Campaign = RUNNING;
const sent: { act: string; variables: unknown }[] = [];
/** What the next act is refused with. */
let refused: object[] = [];
/** Whether all sending is. */
let stopped = false;

beforeEach(() => {
  campaign = RUNNING;
  sent.length = 0;
  refused = [];
  stopped = false;
  allowed.all = new Set(["CAMPAIGNS_VIEW", "CAMPAIGNS_EDIT", "CAMPAIGNS_LAUNCH"]);
  execute.mockImplementation((document, variables) => {
    const asked = String(document);
    const act =
      /(campaign(Launch|Pause|Resume|Stop|TakeRetry|TopUp|PaceChange|Archive|Restore|Copy)|emailUnknownSettle)\(/.exec(
        asked,
      )?.[1];
    if (act !== undefined) {
      sent.push({ act, variables });
      return Promise.resolve({ [act]: { position: 1, campaign: { id: ID }, settled: 1, userErrors: refused } });
    }
    if (asked.includes("campaignAudienceHealth(")) {
      const counts = { total: 12, reachable: 10, excluded: [], domains: [], zonesUnknown: 0 };
      return Promise.resolve({ campaignAudienceHealth: { ...counts, asOf: "2026-11-23T10:00:00Z" } });
    }
    if (asked.includes("sendingSwitch")) {
      return Promise.resolve({ sendingSwitch: { stopped, since: null, byName: null, reason: null } });
    }
    if (asked.includes("emailLedger(")) return Promise.resolve({ emailLedger: LEDGER });
    if (asked.includes("emailReport(")) {
      const total = { sent: 4, delivered: 4, reached: 4, opened: 2, machineOpened: 1, unsubscribed: 1 };
      return Promise.resolve({ emailReport: { total: { ...NOTHING_CAME, ...total }, rows: [], rest: null } });
    }
    if (asked.includes("campaignHistory(")) return Promise.resolve({ campaignHistory: [] });
    if (asked.includes("campaign(")) return Promise.resolve({ campaign });
    return new Promise(() => {});
  });
});

function open(search = "") {
  const router = createMemoryRouter(
    [
      {
        path: "/campaigns/:id",
        element: (
          <CampaignPage recipients={() => <p>Recipients stand here</p>} results={() => <p>Results stand here</p>} />
        ),
      },
      { path: "/campaigns/:id/edit/:step", element: <p>The wizard</p> },
    ],
    { initialEntries: [`/campaigns/${ID}${search}`] },
  );
  render(
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
      <TooltipProvider>
        <RouterProvider router={router} />
        <Toasts />
      </TooltipProvider>
    </QueryClientProvider>,
  );
  return router;
}

it("says that an audience could not be taken, and has it tried again", async () => {
  campaign = { ...RUNNING, state: "LAUNCHING", versions: [], taking: 1, takeStands: true };
  open();
  expect(await screen.findByText("The audience could not be taken")).toBeInTheDocument();
  expect(screen.queryByText("The audience is being taken")).toBeNull();
  fireEvent.click(screen.getByTestId("take-retry"));
  await waitFor(() => expect(sent).toEqual([{ act: "campaignTakeRetry", variables: { id: ID } }]));
});

it("shows what became of everybody, in parts that add up and lead to whom they count", async () => {
  open();
  const ledger = within(await screen.findByTestId("ledger"));
  expect(ledger.getByTestId("ledger-SENT")).toHaveTextContent("4");
  expect(ledger.getByTestId("ledger-PENDING")).toHaveTextContent("3");
  expect(ledger.getByTestId("ledger-audience")).toHaveTextContent("10");
  expect(within(ledger.getByTestId("ledger-EXCLUDED")).getByRole("link")).toHaveAttribute(
    "href",
    `/campaigns/${ID}?tab=recipients&state=EXCLUDED`,
  );
  expect(ledger.getByRole("link", { name: "Excluded: Suppressed" })).toHaveAttribute(
    "href",
    `/campaigns/${ID}?tab=recipients&state=EXCLUDED&reason=suppressed`,
  );
  expect(within(ledger.getByTestId("ledger-FAILED")).queryByRole("link")).toBeNull();
});

it("says at a glance what came of it, without programs, and leads to whom it counts", async () => {
  open();
  const tiles = within(await screen.findByTestId("response-tiles"));
  expect(tiles.getByRole("link", { name: "2" })).toHaveAttribute(
    "href",
    `/campaigns/${ID}?tab=recipients&response=OPENED`,
  );
  expect(tiles.getByText("+ 1 by programs")).toBeVisible();
  expect(tiles.queryByRole("link", { name: "0" })).toBeNull();
});

it("says how long it takes where its own pace says so", async () => {
  campaign = { ...RUNNING, pace: { perSecond: 1, windows: null } };
  open();
  expect(await screen.findByText(/about 3 s left at its pace/)).toBeVisible();
});

it("says that nothing leaves while all sending is stopped, instead of how long it takes", async () => {
  stopped = true;
  open();
  expect(await screen.findByText(/nothing leaves while all sending is stopped/)).toBeVisible();
  expect(screen.queryByText(/left at its pace/)).toBeNull();
});

it("says when it goes on while it is outside its hours", async () => {
  // Open on one day that is not near.
  const far = (new Date().getUTCDay() + 6 + 3) % 7;
  const windows = { days: Array.from({ length: 7 }, (_, day) => day === far), fromMinute: 0, toMinute: 1440 };
  campaign = { ...RUNNING, pace: { perSecond: 5, windows } };
  open();
  expect(await screen.findByText(/it is outside its hours and goes on /)).toBeVisible();
});

it("asks before it pauses, with how many wait", async () => {
  open();
  fireEvent.click(await screen.findByTestId("campaign-pause"));
  const dialog = within(await screen.findByRole("dialog", { name: "Pause Fleet telematics?" }));
  await waitFor(() => expect(dialog.getByText(/3 people of 10 wait/)).toBeVisible());
  expect(sent).toEqual([]);
  fireEvent.change(dialog.getByRole("textbox", { name: "Why" }), { target: { value: " Wrong price " } });
  fireEvent.click(dialog.getByRole("button", { name: /^Pause/ }));
  await waitFor(() => expect(sent).toEqual([{ act: "campaignPause", variables: { id: ID, reason: "Wrong price" } }]));
});

it("goes on after complaints only with a reason, and after a restore only when that is accepted", async () => {
  const paused = { ...RUNNING, state: "PAUSED" as const, may: { ...RUNNING.may, resume: null } };
  campaign = {
    ...paused,
    pausedBecause: { reason: "COMPLAINTS", words: "Too many complained.", at: "2026-11-23T12:00:00Z" },
  };
  open();
  expect(await screen.findByText("Too many complained.")).toBeVisible();
  fireEvent.click(screen.getByTestId("campaign-resume"));
  const dialog = within(await screen.findByRole("dialog", { name: "Resume Fleet telematics?" }));
  const resume = () => dialog.getByRole("button", { name: /^Resume/ });
  expect(resume()).toHaveAttribute("aria-disabled", "true");
  fireEvent.change(dialog.getByRole("textbox", { name: /^Why/ }), { target: { value: "Looked at" } });
  expect(resume()).not.toHaveAttribute("aria-disabled");
  fireEvent.click(resume());
  await waitFor(() =>
    expect(sent).toEqual([
      { act: "campaignResume", variables: { id: ID, reason: "Looked at", acceptedAfterRestore: false } },
    ]),
  );
});

it("asks to accept that some may get it twice where only the server knows of a restore", async () => {
  campaign = {
    ...RUNNING,
    state: "PAUSED",
    may: { ...RUNNING.may, resume: null },
    pausedBecause: { reason: "PERSON", words: "Wrong price.", at: "2026-11-23T12:00:00Z" },
  };
  refused = [{ code: "CAMPAIGN_RESTORE_NOT_ACCEPTED", field: "acceptedAfterRestore", message: "It was restored." }];
  open();
  fireEvent.click(await screen.findByTestId("campaign-resume"));
  const dialog = within(await screen.findByRole("dialog", { name: "Resume Fleet telematics?" }));
  const resume = () => dialog.getByRole("button", { name: /^Resume/ });
  fireEvent.click(resume());
  fireEvent.click(await dialog.findByRole("checkbox", { name: /may get it twice/ }));
  expect(dialog.getByRole("alert")).toHaveTextContent("Not done. What you chose is kept here.");
  refused = [];
  await waitFor(() => expect(resume()).not.toHaveAttribute("aria-disabled"));
  fireEvent.click(resume());
  await waitFor(() =>
    expect(sent.map(({ variables }) => variables)).toEqual([
      { id: ID, reason: null, acceptedAfterRestore: false },
      { id: ID, reason: null, acceptedAfterRestore: true },
    ]),
  );
});

it("stops for good with the number on the button", async () => {
  open();
  fireEvent.click(await screen.findByTestId("campaign-stop"));
  const dialog = within(await screen.findByRole("dialog", { name: "Stop Fleet telematics for good?" }));
  const stop = await dialog.findByRole("button", { name: /^Stop, and leave 3 people out/ });
  expect(stop).toHaveClass("btn-danger-solid");
  fireEvent.click(stop);
  await waitFor(() => expect(sent).toMatchObject([{ act: "campaignStop" }]));
});

it("settles what nobody knows, as somebody found out", async () => {
  open();
  fireEvent.click(await screen.findByTestId("unknown-settle"));
  const dialog = within(await screen.findByRole("dialog", { name: "What became of 1 mail?" }));
  fireEvent.click(dialog.getByRole("radio", { name: "Not sent" }));
  fireEvent.click(dialog.getByRole("button", { name: /^Settle/ }));
  await waitFor(() =>
    expect(sent).toEqual([
      { act: "emailUnknownSettle", variables: { input: { campaignId: ID, contactIds: null, was: "NOT_SENT" } } },
    ]),
  );
});

it("offers no act to whom they are not allowed", async () => {
  allowed.all = new Set(["CAMPAIGNS_VIEW"]);
  open();
  await screen.findByTestId("ledger");
  for (const name of [/^Pause/, /^Stop/, /^Settle/, /^Change/, "More"]) {
    expect(screen.queryByRole("button", { name })).toBeNull();
  }
});

it("says of a draft what is chosen so far, and leads on", async () => {
  campaign = DRAFT;
  open();
  expect(await screen.findByText(/Whoever is in the list Fleet managers/)).toBeVisible();
  expect(screen.queryByRole("tab", { name: /^Recipients/ })).toBeNull();
  fireEvent.click(screen.getByRole("button", { name: /^Edit/ }));
  expect(await screen.findByText("The wizard")).toBeVisible();
});

it("launches what is scheduled before its moment, with how many get it", async () => {
  const may = { ...DRAFT.may, edit: "It is scheduled.", unschedule: null };
  campaign = { ...DRAFT, state: "SCHEDULED", startAt: "2026-12-01T08:00:00Z", may };
  open();
  fireEvent.click(await screen.findByRole("button", { name: "Launch now" }));
  const dialog = within(await screen.findByRole("dialog", { name: "Launch Fleet telematics now?" }));
  fireEvent.click(await dialog.findByRole("button", { name: /^Launch to 10 people/ }));
  await waitFor(() => expect(sent).toMatchObject([{ act: "campaignLaunch", variables: { id: ID } }]));
});

it("shows each audience version as it was taken", async () => {
  open("?tab=versions");
  const version = within(await screen.findByTestId("audience-version-1"));
  expect(version.getByText("10 people")).toBeVisible();
  expect(version.getByText(RUNNING.versions[0]?.hash ?? "")).toBeVisible();
  expect(version.getByRole("region", { name: "Left out of version 1" })).toHaveTextContent("Suppressed2");
  expect(version.getByRole("link", { name: "Who is in it" })).toHaveAttribute(
    "href",
    `/campaigns/${ID}?tab=recipients&version=1`,
  );
});

it("shows its recipients", async () => {
  open("?tab=recipients");
  expect(await screen.findByText("Recipients stand here")).toBeVisible();
});

it("shows what came of its mails", async () => {
  open("?tab=results");
  expect(await screen.findByText("Results stand here")).toBeVisible();
});

it("says what is wrong when it cannot be read, and that there is none", async () => {
  execute.mockImplementation(() => Promise.resolve({ campaign: null }));
  open();
  expect(await screen.findByRole("heading", { name: /does not exist/ })).toBeVisible();
});
