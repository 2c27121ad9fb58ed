import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { createMemoryRouter, RouterProvider } from "react-router";
import { toast } from "sonner";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { Toasts } from "@/components/toast.tsx";
import { TooltipProvider } from "@/components/tooltip.tsx";
import { handleKey } from "@/lib/keys.ts";
import EditPage from "./edit-page.tsx";
import { DRAFT, ID, RUNNING } from "./fixture.ts";
import type { Campaign } from "./queries.ts";

const allowed = vi.hoisted(() => ({ all: new Set<string>() }));
vi.mock("@/features/identity/me/queries.ts", () => ({
  useMe: () => ({ id: "ada", name: "Ada", email: "ada@example.com", role: "CAMPAIGN_MANAGER", teams: [] }),
  useGrants: () => new Map([["DOMAIN_SETS_VIEW", "ALL"]]),
  useMay: (permission: string) => allowed.all.has(permission),
}));
const execute = vi.hoisted(() => vi.fn<(document: unknown, variables: unknown) => Promise<unknown>>());
vi.mock("@/lib/graphql.ts", async (original) => ({ ...(await original<object>()), execute }));
vi.mock("@/lib/subscribe.ts", () => ({ subscribe: () => () => {} }));

const FAULT = {
  code: "SEED_TEST_MISSING",
  level: "FAULT",
  message: "Send a test to colleagues first.",
  step: "review",
  detail: null,
};
const PACE = { ...FAULT, code: "ENDS_TOO_EARLY", message: "It does not end in time.", step: "schedule" };

let campaign: Campaign = DRAFT;
let faults: object[] = [];
/** How often the links of what it says were asked for. */
let linksAsked = 0;
/** What the next mutation is refused with. */
let refused: { code: string; field: string | null; message: string } | null = null;
const sent: { act: string; variables: Record<string, unknown> }[] = [];

// What is said outlives the page that says it.
afterEach(() => {
  toast.dismiss();
});

beforeEach(() => {
  campaign = DRAFT;
  faults = [];
  linksAsked = 0;
  refused = null;
  sent.length = 0;
  allowed.all = new Set(["CAMPAIGNS_VIEW", "CAMPAIGNS_EDIT", "CAMPAIGNS_LAUNCH", "SEGMENTS_VIEW"]);
  execute.mockImplementation((document, variables) => {
    const asked = String(document);
    const act = /mutation \w+[\s\S]*?\{\s*(\w+)\(/.exec(asked)?.[1];
    if (act !== undefined) {
      sent.push({ act, variables: variables as Record<string, unknown> });
      const userErrors = refused === null ? [] : [refused];
      if (act === "campaignLaunch" && refused === null) campaign = RUNNING;
      const { input } = variables as { input?: object };
      if (act === "campaignScheduleDefine" && refused === null) {
        campaign = { ...campaign, schedule: { startsAt: null, ...input } as unknown as Campaign["schedule"] };
      }
      if (act === "campaignContentDefine" && refused === null && campaign.content) {
        campaign = { ...campaign, content: { ...campaign.content, ...input, digest: "d2" } };
      }
      return Promise.resolve({ [act]: { position: 1, campaign: { id: ID }, sentTo: ["Ada"], userErrors } });
    }
    if (asked.includes("campaignAudienceHealth(")) {
      return Promise.resolve({
        campaignAudienceHealth: {
          total: 1200,
          reachable: 1000,
          excluded: [{ reason: "suppressed", label: "Suppressed", count: 200 }],
          domains: [],
          zonesUnknown: 0,
          asOf: "2026-11-23T10:00:00Z",
        },
      });
    }
    if (asked.includes("campaignPreflight(")) return Promise.resolve({ campaignPreflight: faults });
    if (asked.includes("campaignEstimate(")) {
      return Promise.resolve({ campaignEstimate: { startsAt: null, endsAbout: null, words: "About a minute." } });
    }
    if (asked.includes("campaignLinks(")) {
      linksAsked += 1;
      const link = { n: 1, name: null, url: "https://norhavn.example/spring", variant: "A" };
      // Those of the newer words are still on their way.
      return linksAsked === 1 ? Promise.resolve({ campaignLinks: [link] }) : new Promise(() => {});
    }
    if (asked.includes("campaign(")) return Promise.resolve({ campaign });
    return new Promise(() => {});
  });
});

function open(step: string) {
  const router = createMemoryRouter(
    [
      { path: "/campaigns/:id/edit/:step?", element: <EditPage /> },
      { path: "/campaigns/:id", element: <p>The campaign itself</p> },
    ],
    { initialEntries: [`/campaigns/${ID}/edit/${step}`] },
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

const here = () => within(screen.getByRole("list", { name: "Steps" })).getByRole("button", { current: "step" });
const acts = () => sent.map(({ act }) => act);

it("counts whom it is for, and says why others are left out", async () => {
  open("audience");
  const health = within(await screen.findByTestId("audience-health"));
  expect(await health.findByText("1,000 people would get it")).toBeVisible();
  expect(health.getByRole("region", { name: "Left out because" })).toHaveTextContent("Suppressed200");
  const include = within(screen.getByTestId("audience-include"));
  expect(include.getByRole("link", { name: "Fleet managers" })).toHaveAttribute("href", "/lists/list");
  expect(await include.findByText("1,200 people now")).toBeVisible();
});

it("saves by itself what is taken out, as long as somebody is left", async () => {
  const [list] = DRAFT.audience.include;
  if (list === undefined) throw new Error("the draft has a list");
  const segment = { ...list, kind: "SEGMENT" as const, id: "segment", name: "Keepers" };
  campaign = { ...DRAFT, audience: { ...DRAFT.audience, include: [list, segment] } };
  open("audience");
  fireEvent.click(await screen.findByRole("button", { name: "Take out Fleet managers" }));
  await waitFor(
    () =>
      expect(sent).toEqual([
        {
          act: "campaignAudienceDefine",
          variables: { id: ID, include: [{ segment: "segment", fuzzy: false }], exclude: [] },
        },
      ]),
    { timeout: 3000 },
  );
  fireEvent.click(screen.getByRole("button", { name: "Take out Keepers" }));
  expect(screen.getByRole("button", { name: /^Content/ })).toHaveAttribute("aria-disabled", "true");
  expect(await screen.findByText("Choose at least one source to include")).toBeVisible();
});

it("marks a source that is gone", async () => {
  const [list] = DRAFT.audience.include;
  if (list === undefined) throw new Error("the draft has a list");
  campaign = { ...DRAFT, audience: { ...DRAFT.audience, include: [{ ...list, gone: true }] } };
  open("audience");
  expect(await screen.findByText(/It is archived, or not shared with you/)).toBeVisible();
});

it("goes to any step by Alt and its number, and back by the arrow", async () => {
  open("audience");
  await screen.findByTestId("audience-health");
  const press = (key: string) => handleKey(new KeyboardEvent("keydown", { key, altKey: true }));
  press("4");
  await waitFor(() => expect(here()).toHaveTextContent("Review"));
  press("ArrowLeft");
  await waitFor(() => expect(here()).toHaveTextContent("Schedule"));
});

it("puts the focus on the heading of the step that opens, and leaves it alone from then on", async () => {
  const router = open("audience");
  expect(await screen.findByRole("heading", { level: 2, name: "Audience" })).toHaveFocus();
  await act(() => router.navigate(`/campaigns/${ID}/edit/schedule`));
  expect(await screen.findByRole("heading", { level: 2, name: "Schedule" })).toHaveFocus();
  const hours = screen.getByRole("checkbox", { name: "Only at certain hours" });
  hours.focus();
  fireEvent.click(hours);
  await waitFor(() => expect(acts()).toEqual(["campaignScheduleDefine"]), { timeout: 3000 });
  expect(hours).toHaveFocus();
});

it("says beside the field what the server refused of a schedule, and keeps it", async () => {
  refused = { code: "CAMPAIGN_PACE_INVALID", field: "perSecond", message: "That is faster than any account." };
  open("schedule");
  const pace = await screen.findByRole("textbox", { name: "Mails a second, at most" });
  fireEvent.change(pace, { target: { value: "900000" } });
  await waitFor(() => expect(pace).toHaveAttribute("aria-invalid", "true"), { timeout: 3000 });
  expect(pace).toHaveAccessibleDescription(/That is faster than any account/);
  expect(pace).toHaveValue("900000");
  fireEvent.change(pace, { target: { value: "9" } });
  expect(pace).not.toHaveAttribute("aria-invalid", "true");
});

it("says beside the field what the server refused of the words", async () => {
  refused = { code: "TAG_UNKNOWN", field: "subject", message: "There is no tag contact.fist_name." };
  open("content");
  const subject = await screen.findByRole("textbox", { name: "Subject" });
  fireEvent.change(subject, { target: { value: "For {{contact.fist_name}}" } });
  await waitFor(() => expect(subject).toHaveAccessibleDescription(/There is no tag contact.fist_name/), {
    timeout: 3000,
  });
  expect(subject).toHaveValue("For {{contact.fist_name}}");
});

it("keeps what nobody said of the schedule, once one goes on", async () => {
  campaign = { ...DRAFT, schedule: null };
  open("schedule");
  fireEvent.click(await screen.findByRole("button", { name: /^Review/ }));
  await waitFor(() => expect(acts()).toEqual(["campaignScheduleDefine"]));
  expect(sent[0]?.variables).toMatchObject({ id: ID, input: { at: null, windows: null, respectsCap: true } });
  await waitFor(() => expect(here()).toHaveTextContent("Review"));
});

it("stays where a schedule that nobody changed could not be kept", async () => {
  campaign = { ...DRAFT, schedule: null };
  refused = { code: "CAMPAIGN_ZONE_UNKNOWN", field: "zone", message: "This is not a time zone." };
  open("schedule");
  fireEvent.click(await screen.findByRole("button", { name: /^Review/ }));
  expect(await screen.findByText(/The schedule was not saved. This is not a time zone/)).toBeVisible();
  expect(here()).toHaveTextContent("Schedule");
});

it("keeps a moment that is not used any more, for whoever changes their mind", async () => {
  open("schedule");
  const press = (name: string) => fireEvent.click(screen.getByRole("radio", { name }));
  await screen.findByRole("radio", { name: "At once" });
  press("At a day and a time");
  fireEvent.change(screen.getByTestId("schedule-at"), { target: { value: "2026-12-01T09:00" } });
  await waitFor(() => expect(acts()).toHaveLength(1), { timeout: 3000 });
  press("At once");
  await waitFor(() => expect(campaign.schedule?.at).toBeNull(), { timeout: 3000 });
  expect(await screen.findByText("Saved")).toBeVisible();
  press("At a day and a time");
  expect(screen.getByTestId("schedule-at")).toHaveValue("2026-12-01T09:00");
});

it("keeps the cursor in the name of a link while it is saved", async () => {
  open("content");
  const field = await screen.findByRole("textbox", { name: "Link 1" });
  field.focus();
  fireEvent.change(field, { target: { value: "Spring offer" } });
  await waitFor(() => expect(acts()).toEqual(["campaignContentDefine"]), { timeout: 3000 });
  await waitFor(() => expect(linksAsked).toBe(2));
  expect(screen.getByRole("textbox", { name: "Link 1" })).toHaveValue("Spring offer");
  expect(field).toHaveFocus();
});

it("says what is wrong with a schedule where it is wrong, and saves nothing of it", async () => {
  open("schedule");
  fireEvent.click(await screen.findByRole("checkbox", { name: "Only at certain hours" }));
  fireEvent.change(screen.getByLabelText(/^Until/), { target: { value: "08:00" } });
  expect(await screen.findByRole("alert")).toHaveTextContent("ends before it begins");
  expect(screen.getByRole("button", { name: /^Review/ })).toHaveAttribute("aria-disabled", "true");
  expect(acts()).toEqual([]);
});

it("names each fault with the way to where it is mended", async () => {
  faults = [FAULT, PACE];
  open("review");
  const pace = within(await screen.findByTestId("preflight-ENDS_TOO_EARLY"));
  expect(pace.getByText("It does not end in time.")).toBeVisible();
  fireEvent.click(pace.getByRole("link", { name: "Schedule" }));
  await waitFor(() => expect(here()).toHaveTextContent("Schedule"));
});

it("notes what somebody vouches for, beside what is vouched for already", async () => {
  const [lawful, checked] = DRAFT.confirmations;
  if (lawful === undefined || checked === undefined) throw new Error("the draft has two");
  campaign = { ...DRAFT, confirmations: [{ ...lawful, confirmed: true, byName: "Grace" }, checked] };
  open("review");
  expect(await screen.findByText("Confirmed by Grace")).toBeVisible();
  fireEvent.click(screen.getByRole("checkbox", { name: checked.wording }));
  await waitFor(() =>
    expect(sent).toEqual([
      { act: "campaignConfirm", variables: { id: ID, codes: ["LAWFUL_BASIS", "CONTENT_CHECKED"] } },
    ]),
  );
});

it("sends a test to whoever asks, and says that one of older words does not count", async () => {
  campaign = {
    ...DRAFT,
    seedTested: { at: "2026-11-23T09:00:00Z", to: ["Grace"], variants: ["A"], current: false },
  };
  open("review");
  expect(await screen.findByText(/does not count any more/)).toBeVisible();
  await userEvent.click(screen.getByRole("button", { name: "Send the test" }));
  await waitFor(() =>
    expect(sent).toEqual([{ act: "campaignSeedTest", variables: { id: ID, to: ["ada"], contactId: null } }]),
  );
  expect(await screen.findByText("The test is on its way to Ada")).toBeVisible();
});

it("is not launched while there are faults", async () => {
  faults = [FAULT];
  open("launch");
  const launch = await screen.findByRole("button", { name: /^Launch to 1,000 people/ });
  await waitFor(() => expect(launch).toHaveAttribute("aria-disabled", "true"));
  expect(screen.getByTestId("preflight-SEED_TEST_MISSING")).toBeVisible();
  fireEvent.click(launch);
  expect(acts()).toEqual([]);
});

it("is launched once, with how many get it on the button", async () => {
  open("launch");
  const launch = () => screen.findByRole("button", { name: /^Launch to 1,000 people/ });
  await waitFor(async () => expect(await launch()).not.toHaveAttribute("aria-disabled"));
  fireEvent.click(await launch());
  expect(await screen.findByText("The campaign itself")).toBeVisible();
  expect(sent).toMatchObject([{ act: "campaignLaunch", variables: { id: ID } }]);
});

it("says why it was not launched, and looks for faults again", async () => {
  refused = { code: "PREFLIGHT_FAILED", field: null, message: "The audience is empty by now." };
  open("launch");
  const launch = () => screen.findByRole("button", { name: /^Launch to 1,000 people/ });
  await waitFor(async () => expect(await launch()).not.toHaveAttribute("aria-disabled"));
  faults = [{ ...FAULT, code: "AUDIENCE_EMPTY", step: "audience" }];
  fireEvent.click(await launch());
  expect(await screen.findByText("The audience is empty by now.")).toBeVisible();
  expect(await screen.findByTestId("preflight-AUDIENCE_EMPTY")).toBeVisible();
});

it("is launched by nobody whose role does not launch", async () => {
  allowed.all = new Set(["CAMPAIGNS_VIEW", "CAMPAIGNS_EDIT"]);
  open("launch");
  const launch = await screen.findByRole("button", { name: /^Launch to 1,000 people/ });
  expect(launch).toHaveAttribute("aria-disabled", "true");
});

it("is scheduled where it has a moment", async () => {
  const schedule = DRAFT.schedule ? { ...DRAFT.schedule, at: "2026-12-01T09:00:00" } : null;
  campaign = { ...DRAFT, schedule };
  open("launch");
  expect((await screen.findAllByText(/2026-12-01 09:00 in Europe\/Berlin/))[0]).toBeVisible();
  const foot = () => screen.getAllByRole("button", { name: /^Schedule/ }).at(-1) as HTMLElement;
  await waitFor(() => expect(foot()).not.toHaveAttribute("aria-disabled"));
  fireEvent.click(foot());
  await waitFor(() => expect(acts()).toEqual(["campaignSchedule"]));
});

it("leaves what is launched to its page", async () => {
  campaign = RUNNING;
  open("content");
  expect(await screen.findByText("The campaign itself")).toBeVisible();
});
