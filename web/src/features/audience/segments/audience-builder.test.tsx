import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import { MemoryRouter, Route, Routes, useLocation } from "react-router";
import { beforeEach, expect, it, vi } from "vitest";
import { TooltipProvider } from "@/components/tooltip.tsx";
import AudiencePage from "./audience-page.tsx";

const allowed = vi.hoisted(() => ({ edit: true }));
vi.mock("@/features/identity/me/queries.ts", () => ({
  useMe: () => ({ id: "ada", role: "ADMIN", teams: [] }),
  useGrants: () => new Map([["SEGMENTS_EDIT", "ALL"]]),
  useMay: (permission: string) => permission !== "SEGMENTS_EDIT" || allowed.edit,
}));
const execute = vi.hoisted(() => vi.fn<(document: unknown, variables: unknown) => Promise<unknown>>());
vi.mock("@/lib/graphql.ts", async (original) => ({ ...(await original<object>()), execute }));

const SEGMENT = "01930000-0000-7000-8000-000000000000";
const cityIs = (value: string) => ({ v: 1, all: [{ field: "city", op: "equals", value }] });
const asText = (filter: object) => encodeURIComponent(JSON.stringify(filter));
const CITY = {
  key: "city",
  label: "City",
  group: "Place",
  type: "TEXT",
  kind: "text",
  options: [],
  choices: [],
  suggestions: false,
  operators: [{ name: "equals", label: "is", takes: "ONE" }],
};
const COUNTRY = { ...CITY, key: "country", label: "Country", type: "COUNTRY" };
const part = (field: string) => ({ all: [{ field, op: "equals", value: "x" }] });
const BREAKDOWN = {
  count: 1204,
  charts: [
    {
      field: "country",
      groups: [
        { value: "DE", count: 800 },
        { value: "AT", count: 300 },
      ],
      otherValues: 7,
      others: 100,
      none: 4,
    },
  ],
};
const REACH = {
  count: 1204,
  channels: [
    {
      channel: "EMAIL",
      reachable: 1000,
      reachableFilter: part("reachable"),
      excluded: [
        { reason: "SUPPRESSED", count: 200, filter: part("suppressed") },
        { reason: "MISSING", count: 0, filter: part("missing") },
        { reason: "INVALID", count: 0, filter: part("invalid") },
        { reason: "NO_CONSENT", count: 4, filter: part("no_consent") },
      ],
    },
    { channel: "PHONE", reachable: 1204, reachableFilter: part("callable"), excluded: [] },
  ],
};
const contact = {
  id: "c1",
  fullName: "Ada Vester",
  email: null,
  erased: false,
  jobTitle: "VP",
  accountName: "Baltica",
};

const made = {
  id: "l1",
  entity: "CONTACT",
  name: "Bonn",
  tags: [],
  visibility: "PRIVATE",
};
const listed: unknown[] = [];
const shapes: string[] = [];
const breakdown = () => ({ segmentBreakdown: BREAKDOWN });
let tooSlow = false;
let found = 1204;
let refusal: object[] = [];
let broken = false;
const defined: unknown[] = [];

beforeEach(() => {
  allowed.edit = true;
  refusal = [];
  broken = false;
  defined.length = 0;
  listed.length = 0;
  shapes.length = 0;
  tooSlow = false;
  found = 1204;
  execute.mockImplementation((document, variables) => {
    const asked = String(document);
    if (asked.includes("filterFields")) return Promise.resolve({ filterFields: [CITY, COUNTRY] });
    if (asked.includes("filterCheck")) {
      const errors = [{ path: "all[0]", message: "City is not what it was." }];
      return Promise.resolve({
        filterCheck: { valid: !broken, sentence: broken ? null : "City is Bonn", errors: broken ? errors : [] },
      });
    }
    if (asked.includes("segmentPreview")) {
      return Promise.resolve({ segmentPreview: { count: found, contacts: [contact], accounts: [] } });
    }
    if (asked.includes("segmentBreakdown")) {
      shapes.push("breakdown");
      return tooSlow ? Promise.reject(new Error("It took longer than 5 seconds.")) : Promise.resolve(breakdown());
    }
    if (asked.includes("segmentReach")) {
      shapes.push("reach");
      return Promise.resolve({ segmentReach: REACH });
    }
    if (asked.includes("listCreate")) {
      listed.push((variables as { input: unknown }).input);
      const change = {
        id: "x1",
        asked: null,
        changed: null,
        unchanged: null,
        refused: [],
        refusedCount: 0,
        bulkId: "b1",
      };
      return Promise.resolve({ listCreate: { position: 7, list: made, change, userErrors: refusal } });
    }
    if (asked.includes("segmentDefine")) {
      defined.push(variables);
      return Promise.resolve({ segmentDefine: { position: 1, id: SEGMENT, userErrors: refusal } });
    }
    const segment = { id: SEGMENT, entity: "CONTACT", name: "Keepers", filter: cityIs("Bonn"), mayEdit: true };
    return Promise.resolve({ segment: { ...segment, settled: true, active: true, archived: false, usedBy: [] } });
  });
});

function Where() {
  const { pathname, search } = useLocation();
  return (
    <output data-testid="where">
      {pathname} {new URLSearchParams(search).get("filter")}
    </output>
  );
}

function open(query: string) {
  render(
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
      <TooltipProvider>
        <MemoryRouter initialEntries={[`/contacts/audience?${query}`]}>
          <Where />
          <Routes>
            <Route path="/contacts/audience" element={<AudiencePage entity="CONTACT" />} />
            <Route path="*" element={null} />
          </Routes>
        </MemoryRouter>
      </TooltipProvider>
    </QueryClientProvider>,
  );
}

const button = (name: RegExp) => screen.findByRole("button", { name });

it("says of the filter in the address what it means, how many it finds and who they are", async () => {
  open(`filter=${asText(cityIs("Bonn"))}`);
  await waitFor(() => expect(screen.getByTestId("audience-count")).toHaveTextContent("1,204"));
  expect(await screen.findByText("City is Bonn")).toBeVisible();
  expect(screen.getByRole("link", { name: "Ada Vester" })).toHaveAttribute("href", "/contacts/c1");
  fireEvent.click(await button(/^Save segment/));
  expect(await screen.findByRole("dialog", { name: "Save segment" })).toHaveTextContent("1,204 contacts now");
});

it("keeps nothing that leaves nobody out, or cannot be asked", async () => {
  open("");
  expect(await button(/^Save segment/)).toHaveAttribute("aria-disabled", "true");
  fireEvent.click(await button(/^Save segment/));
  expect(screen.queryByRole("dialog")).toBeNull();
});

it("keeps nothing that is marked as wrong", async () => {
  broken = true;
  open(`filter=${asText(cityIs("Bonn"))}`);
  expect(await screen.findByText("City is not what it was.")).toBeVisible();
  expect(await button(/^Save segment/)).toHaveAttribute("aria-disabled", "true");
});

it("saves the definition of a segment once it differs, and says in place why it was refused", async () => {
  refusal = [{ code: "SEGMENT_CIRCLE", field: "filter", message: "A segment cannot contain itself.", recordId: null }];
  open(`segment=${SEGMENT}&filter=${asText(cityIs("Ulm"))}`);
  const save = await button(/^Save definition/);
  await waitFor(() => expect(save).not.toHaveAttribute("aria-disabled"));
  fireEvent.click(save);
  expect(await screen.findByRole("alert")).toHaveTextContent("Not saved. The filter is kept.A segment cannot contain");
  expect(defined).toEqual([{ id: SEGMENT, filter: cityIs("Ulm") }]);
  refusal = [];
  fireEvent.click(save);
  await waitFor(() => expect(screen.getByTestId("where")).toHaveTextContent(`/contacts/segments/${SEGMENT}`));
});

it("has nothing to save while a definition is as it was", async () => {
  open(`segment=${SEGMENT}`);
  const save = await button(/^Save definition/);
  expect(await screen.findByText("City is Bonn")).toBeVisible();
  expect(save).toHaveAttribute("aria-disabled", "true");
  expect(await button(/^Save as new/)).not.toHaveAttribute("aria-disabled");
});

it("shows whoever may not edit segments what the filter finds, and nothing to save", async () => {
  allowed.edit = false;
  open(`filter=${asText(cityIs("Bonn"))}`);
  await waitFor(() => expect(screen.getByTestId("audience-count")).toHaveTextContent("1,204"));
  expect(screen.queryByRole("button", { name: /Save|Make list/ })).toBeNull();
});

it("makes a list of all that match, and goes there", async () => {
  open(`filter=${asText(cityIs("Bonn"))}`);
  await waitFor(() => expect(screen.getByTestId("audience-count")).toHaveTextContent("1,204"));
  fireEvent.click(await button(/^Make list/));
  const dialog = await screen.findByRole("dialog", { name: "Make list" });
  expect(dialog).toHaveTextContent("1,204 contacts now");
  fireEvent.click(within(dialog).getByRole("button", { name: "Make list" }));
  expect(await screen.findByText("A list needs a name by which it is found again.")).toBeVisible();
  expect(listed).toEqual([]);
  fireEvent.change(within(dialog).getByLabelText(/^Name/), { target: { value: "Bonn" } });
  fireEvent.click(within(dialog).getByRole("button", { name: "Make list" }));
  await waitFor(() => expect(screen.getByTestId("where")).toHaveTextContent("/lists/l1"));
  expect(listed).toEqual([
    expect.objectContaining({
      entity: "CONTACT",
      name: "Bonn",
      expected: 1204,
      selection: {
        entity: "CONTACT",
        contacts: { archived: false, where: cityIs("Bonn"), timeZone: "UTC" },
      },
    }),
  ]);
});

it("says beside the name why a list was refused, and keeps what was typed", async () => {
  refusal = [{ code: "LIST_INVALID", field: "name", message: "There is a list of that name.", recordId: null }];
  open(`filter=${asText(cityIs("Bonn"))}`);
  await waitFor(() => expect(screen.getByTestId("audience-count")).toHaveTextContent("1,204"));
  fireEvent.click(await button(/^Make list/));
  const dialog = await screen.findByRole("dialog", { name: "Make list" });
  fireEvent.change(within(dialog).getByLabelText(/^Name/), { target: { value: "Bonn" } });
  fireEvent.click(within(dialog).getByRole("button", { name: "Make list" }));
  expect(await within(dialog).findByText("There is a list of that name.")).toBeVisible();
  expect(within(dialog).getByLabelText(/^Name/)).toHaveValue("Bonn");
});

it("makes no list of nobody, nor of what is not asked", async () => {
  found = 0;
  open(`filter=${asText(cityIs("Bonn"))}`);
  await waitFor(() => expect(screen.getByTestId("audience-count")).toHaveTextContent("0"));
  expect(await button(/^Make list/)).toHaveAttribute("aria-disabled", "true");
});

it("says who cannot be reached and why, each number leading to whom it counts", async () => {
  open(`filter=${asText(cityIs("Bonn"))}`);
  const email = await screen.findByRole("region", { name: "Excluded from email because" });
  expect(within(email).getByRole("heading")).toHaveTextContent("204");
  const links = within(email).getAllByRole("link");
  expect(links.map((link) => link.textContent)).toEqual(["Suppressed200", "No consent to email4"]);
  const filter = { v: 1, all: [...cityIs("Bonn").all, ...part("suppressed").all] };
  expect(links[0]).toHaveAttribute("href", `/contacts?${new URLSearchParams({ filter: JSON.stringify(filter) })}`);
  expect(screen.getByRole("link", { name: "By email: 1,000 of 1,204 can be emailed" })).toBeVisible();
  const phone = screen.getByRole("region", { name: "Excluded from calls because" });
  expect(phone).toHaveTextContent("Nobody is excluded.");
});

it("divides them by what people ask first, and narrows the filter to a bar", async () => {
  open(`filter=${asText(cityIs("Bonn"))}`);
  const chart = await screen.findByRole("region", { name: "Country" });
  expect(
    within(chart)
      .getAllByRole("listitem")
      .map((one) => one.textContent),
  ).toEqual(["Germany800", "Austria300", "7 others100", "Not known4"]);
  expect(within(chart).queryByRole("button", { name: /others/ })).toBeNull();
  fireEvent.click(within(chart).getByRole("button", { name: "Germany: 800 of 1,204. Narrow to these" }));
  const narrowed = { v: 1, all: [...cityIs("Bonn").all, { field: "country", op: "equals", value: "DE" }] };
  await waitFor(() => expect(screen.getByTestId("where")).toHaveTextContent(JSON.stringify(narrowed)));
});

it("keeps the count where the breakdown took too long", async () => {
  tooSlow = true;
  open(`filter=${asText(cityIs("Bonn"))}`);
  expect(await screen.findByText("The breakdown could not be loaded")).toBeVisible();
  expect(screen.getByTestId("audience-count")).toHaveTextContent("1,204");
  expect(await screen.findByTestId("audience-reach")).toBeVisible();
});

it("asks nothing about nobody", async () => {
  found = 0;
  open(`filter=${asText(cityIs("Bonn"))}`);
  expect(await screen.findByText(/Nobody fulfils all of this/)).toBeVisible();
  expect(shapes).toEqual([]);
});
