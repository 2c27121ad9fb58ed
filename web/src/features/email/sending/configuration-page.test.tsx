import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { createMemoryRouter, RouterProvider } from "react-router";
import { beforeEach, expect, it, vi } from "vitest";
import { Toasts } from "@/components/toast.tsx";
import { TooltipProvider } from "@/components/tooltip.tsx";
import ConfigurationPage from "./configuration-page.tsx";

const allowed = vi.hoisted(() => ({ change: true }));
vi.mock("@/features/identity/me/queries.ts", () => ({
  useMe: () => ({ id: "ada", role: "CAMPAIGN_MANAGER", teams: [] }),
  useMay: () => allowed.change,
}));
const execute = vi.hoisted(() => vi.fn<(document: unknown, variables: unknown) => Promise<unknown>>());
vi.mock("@/lib/graphql.ts", async (original) => ({ ...(await original<object>()), execute }));

const POLICY = {
  perSecond: null,
  domains: [],
  cap: null,
  warnComplaintsPercent: 0.1,
  pauseComplaintsPercent: 0.3,
  pauseHardBouncesPercent: 5,
  pauseBouncesPercent: 15,
  softBounces: { bounces: 5, withinDays: 30, overDays: 7, restDays: 90 },
  setAt: null,
};

let policy: object = POLICY;
let refused: { code: string; field: string; message: string } | null = null;
const sent: unknown[] = [];

beforeEach(() => {
  policy = POLICY;
  refused = null;
  sent.length = 0;
  allowed.change = true;
  execute.mockImplementation((document, variables) => {
    if (!String(document).includes("emailPolicySet(")) return Promise.resolve({ emailPolicy: policy });
    sent.push((variables as { input: unknown }).input);
    return Promise.resolve({ emailPolicySet: { position: 1, userErrors: refused === null ? [] : [refused] } });
  });
});

function open() {
  const router = createMemoryRouter(
    [
      { path: "/campaigns/configuration", element: <ConfigurationPage /> },
      { path: "/campaigns", element: <p>The campaigns</p> },
    ],
    { initialEntries: ["/campaigns/configuration"] },
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

const save = () => screen.getByRole("button", { name: /^Save/ });

it("saves a cap and a limit for a domain, all of the policy at once", async () => {
  open();
  fireEvent.click(await screen.findByRole("checkbox", { name: "Nobody gets more than so many" }));
  fireEvent.change(screen.getByRole("textbox", { name: "Mails" }), { target: { value: "2" } });
  fireEvent.click(screen.getByRole("button", { name: "Add a domain" }));
  fireEvent.change(screen.getByRole("textbox", { name: "Domain 1" }), { target: { value: "example.com" } });
  fireEvent.change(screen.getByRole("textbox", { name: "Mails a second" }), { target: { value: "0.5" } });
  fireEvent.click(save());
  const { setAt: _, ...rest } = POLICY;
  await waitFor(() =>
    expect(sent).toEqual([
      { ...rest, cap: { count: 2, days: 7 }, domains: [{ domain: "example.com", perSecond: 0.5 }] },
    ]),
  );
});

it("says what was refused beside the field, and keeps what was typed", async () => {
  refused = {
    code: "EMAIL_POLICY_WARNS_TOO_LATE",
    field: "warnComplaintsPercent",
    message: "Warn at a smaller share.",
  };
  open();
  const warn = await screen.findByRole("textbox", { name: "Warn at complaints, percent" });
  fireEvent.change(warn, { target: { value: "9" } });
  fireEvent.click(save());
  expect((await screen.findAllByText("Warn at a smaller share.")).length).toBeGreaterThan(0);
  expect(warn).toHaveValue("9");
  expect(warn).toHaveAttribute("aria-invalid", "true");
});

const WARN = { name: "Warn at complaints, percent" };

it("keeps what was typed when somebody else saved meanwhile, and asks whose stays", async () => {
  open();
  fireEvent.change(await screen.findByRole("textbox", WARN), { target: { value: "0.2" } });
  policy = { ...POLICY, perSecond: 7, setAt: "2026-11-23T12:00:00Z" };
  fireEvent.click(save());
  expect(await screen.findByText("Somebody else saved the configuration meanwhile")).toBeVisible();
  expect(sent).toEqual([]);
  expect(screen.getByRole("textbox", WARN)).toHaveValue("0.2");
  expect(save()).toHaveAttribute("aria-disabled", "true");
  fireEvent.click(screen.getByRole("button", { name: "Keep mine" }));
  fireEvent.click(save());
  await waitFor(() => expect(sent).toMatchObject([{ perSecond: null, warnComplaintsPercent: 0.2 }]));
});

it("shows what somebody else saved to whom it is enough", async () => {
  open();
  fireEvent.change(await screen.findByRole("textbox", WARN), { target: { value: "0.2" } });
  policy = { ...POLICY, warnComplaintsPercent: 0.15, setAt: "2026-11-23T12:00:00Z" };
  fireEvent.click(save());
  fireEvent.click(await screen.findByRole("button", { name: "Take theirs" }));
  expect(screen.getByRole("textbox", WARN)).toHaveValue("0.15");
  expect(sent).toEqual([]);
});

it("is not left by accident with something unsaved", async () => {
  const router = open();
  fireEvent.change(await screen.findByRole("textbox", WARN), { target: { value: "0.2" } });
  await act(() => router.navigate("/campaigns"));
  expect(await screen.findByRole("dialog", { name: "Not everything is saved" })).toBeVisible();
  fireEvent.click(screen.getByRole("button", { name: "Stay" }));
  expect(screen.getByRole("textbox", WARN)).toHaveValue("0.2");
  await act(() => router.navigate("/campaigns"));
  fireEvent.click(await screen.findByRole("button", { name: "Save and leave" }));
  expect(await screen.findByText("The campaigns")).toBeVisible();
  expect(sent).toMatchObject([{ warnComplaintsPercent: 0.2 }]);
});

it("has nothing to save while nothing was changed", async () => {
  open();
  await screen.findByTestId("email-policy");
  expect(save()).toHaveAttribute("aria-disabled", "true");
});

it("is only read by whom it is not to change", async () => {
  allowed.change = false;
  open();
  expect(await screen.findByRole("textbox", { name: "Warn at complaints, percent" })).toHaveAttribute("readonly");
  expect(screen.queryByRole("button", { name: /^Save/ })).toBeNull();
  expect(screen.queryByRole("button", { name: "Add a domain" })).toBeNull();
});
