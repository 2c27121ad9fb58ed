import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { fireEvent, render, screen, waitFor } from "@testing-library/react";
import { beforeEach, expect, it, vi } from "vitest";
import { TooltipProvider } from "@/components/tooltip.tsx";
import { SaveSegmentDialog } from "./save-segment-dialog.tsx";

vi.mock("@/features/identity/me/queries.ts", () => ({
  useMe: () => ({ id: "ada", role: "CAMPAIGN_MANAGER", teams: [{ id: "t1", name: "Fleet", archived: false }] }),
  useGrants: () => new Map([["SEGMENTS_EDIT", "ALL"]]),
  useMay: () => true,
}));
const execute = vi.hoisted(() => vi.fn<(document: unknown, variables: unknown) => Promise<unknown>>());
vi.mock("@/lib/graphql.ts", async (original) => ({ ...(await original<object>()), execute }));

const FILTER = { v: 1, all: [{ field: "city", op: "equals", value: "Bonn" }] };
const onMade = vi.fn<(id: string | undefined) => void>();
const sent: { input: Record<string, unknown> }[] = [];

function answers(payload: object) {
  execute.mockImplementation((_, variables) => {
    sent.push(variables as { input: Record<string, unknown> });
    return Promise.resolve({ segmentCreate: { position: 1, id: null, userErrors: [], ...payload } });
  });
}

beforeEach(() => {
  sent.length = 0;
  onMade.mockReset();
  render(
    <QueryClientProvider client={new QueryClient()}>
      <TooltipProvider>
        <SaveSegmentDialog entity="CONTACT" filter={FILTER} count={1204} onClose={() => {}} onMade={onMade} />
      </TooltipProvider>
    </QueryClientProvider>,
  );
});

const save = () => fireEvent.click(screen.getByRole("button", { name: /Save segment/ }));
const type = (label: RegExp, text: string) =>
  fireEvent.change(screen.getByRole("textbox", { name: label }), { target: { value: text } });

it("sends the filter with its name, tags and who sees it", async () => {
  answers({ id: "s1" });
  type(/^Name/, "  Keepers ");
  type(/^Tags/, "emea, fleet, emea");
  fireEvent.click(screen.getByRole("radio", { name: /Fleet/ }));
  save();
  await waitFor(() => expect(onMade).toHaveBeenCalledWith("s1"));
  expect(sent[0]?.input).toMatchObject({
    entity: "CONTACT",
    filter: FILTER,
    name: "Keepers",
    tags: ["emea", "fleet"],
    sharing: "TEAM",
    teamId: "t1",
  });
  expect(sent[0]?.input.idempotencyKey).toMatch(/-/);
});

it("asks for a name before it asks the server", () => {
  answers({});
  save();
  expect(screen.getByText("A segment needs a name by which it is found again.")).toBeVisible();
  expect(sent).toHaveLength(0);
});

it("shows a refusal where it belongs, and keeps what was typed", async () => {
  const message = 'Another of your segments is called "Keepers".';
  answers({ userErrors: [{ code: "SEGMENT_NAME_TAKEN", field: "name", message, recordId: null }] });
  type(/^Name/, "Keepers");
  save();
  expect(await screen.findByText(message)).toBeVisible();
  expect(screen.queryByRole("alert")).toBeNull();

  const circle = "A segment cannot contain itself: Keepers, Wardens.";
  answers({ userErrors: [{ code: "SEGMENT_CIRCLE", field: "filter", message: circle, recordId: null }] });
  save();
  expect(await screen.findByRole("alert")).toHaveTextContent(circle);
  expect(screen.getByRole("textbox", { name: /^Name/ })).toHaveValue("Keepers");
  expect(onMade).not.toHaveBeenCalled();
});
