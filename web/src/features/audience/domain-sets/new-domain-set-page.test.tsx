import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { fireEvent, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { createMemoryRouter, RouterProvider } from "react-router";
import { beforeEach, expect, it, vi } from "vitest";
import { TooltipProvider } from "@/components/tooltip.tsx";
import { RefusedError } from "@/lib/api-error.ts";
import NewDomainSetPage from "./new-domain-set-page.tsx";

const grants = vi.hoisted(() => ({ map: new Map<string, string>() }));
vi.mock("@/features/identity/me/queries.ts", () => ({
  useGrants: () => grants.map,
  useMay: (permission: string) => grants.map.has(permission),
  useMe: () => ({ id: "u1", role: "CAMPAIGN_MANAGER", teams: [{ id: "t1", name: "North", archived: false }] }),
}));
const sent = vi.hoisted(() => ({
  uploadPasted: vi.fn<(text: string, of: unknown) => Promise<string | null>>(),
  uploadFile: vi.fn(),
}));
vi.mock("./mutations.ts", () => ({ ...sent, refreshDomainSets: () => Promise.resolve() }));

function show() {
  const router = createMemoryRouter(
    [
      { path: "/domain-sets/new", element: <NewDomainSetPage /> },
      { path: "/domain-sets/:id", element: <p>The set</p> },
    ],
    { initialEntries: ["/domain-sets/new"] },
  );
  render(
    <QueryClientProvider client={new QueryClient()}>
      <TooltipProvider>
        <RouterProvider router={router} />
      </TooltipProvider>
    </QueryClientProvider>,
  );
  return router;
}

const submit = () => screen.getByRole("button", { name: /Upload and match/ });

beforeEach(() => {
  grants.map = new Map([
    ["DOMAIN_SETS_EDIT", "ALL"],
    ["SEGMENTS_EDIT", "ALL"],
    ["ACCOUNTS_EDIT", "ALL"],
  ]);
  sent.uploadPasted.mockReset();
  sent.uploadFile.mockReset();
});

it("takes pasted lines in with what was said of them, and goes to the set", async () => {
  sent.uploadPasted.mockResolvedValue("s1");
  const router = show();
  expect(screen.queryByRole("button", { name: /Upload and match/ })).toBeNull();
  await userEvent.click(screen.getByRole("button", { name: "Paste domains" }));
  expect(submit()).toHaveAttribute("aria-disabled", "true");
  fireEvent.change(screen.getByRole("textbox", { name: "Domains" }), { target: { value: "a.com\n\nb.com\n" } });
  expect(screen.getByText("2 lines")).toBeInTheDocument();
  await userEvent.type(screen.getByRole("textbox", { name: "Name" }), " Fair ");
  await userEvent.click(screen.getByRole("radio", { name: "North" }));
  await userEvent.click(screen.getByRole("checkbox", { name: /Make accounts/ }));
  await userEvent.click(submit());
  expect(await screen.findByText("The set")).toBeInTheDocument();
  expect(router.state.location.pathname).toBe("/domain-sets/s1");
  expect(sent.uploadPasted).toHaveBeenCalledWith("a.com\n\nb.com\n", {
    name: "Fair",
    sharing: "TEAM",
    teamId: "t1",
    stubs: true,
  });
});

it("keeps what was pasted where it is refused, and says why", async () => {
  sent.uploadPasted.mockRejectedValue(
    new RefusedError([{ code: "NAME_TOO_LONG", field: "name", message: "The name is too long." }]),
  );
  show();
  await userEvent.click(screen.getByRole("button", { name: "Paste domains" }));
  const area = screen.getByRole("textbox", { name: "Domains" });
  fireEvent.change(area, { target: { value: "a.com" } });
  await userEvent.click(submit());
  expect((await screen.findAllByText("The name is too long.")).length).toBeGreaterThan(0);
  expect(area).toHaveValue("a.com");
});

it("shows a chosen file before it is sent, and how far it is then", async () => {
  let progress: (sent: number) => void = () => {};
  sent.uploadFile.mockImplementation((_file: File, _of: unknown, onProgress: typeof progress) => {
    progress = onProgress;
    return { done: new Promise(() => {}), cancel: () => {} };
  });
  show();
  const file = new File(["a.com\nb.com\n"], "fair.csv", { type: "text/csv" });
  fireEvent.drop(screen.getByTestId("drop-zone"), { dataTransfer: { files: [file] } });
  expect(screen.getByText("fair.csv")).toBeInTheDocument();
  expect(sent.uploadFile).not.toHaveBeenCalled();
  await userEvent.click(submit());
  expect(sent.uploadFile).toHaveBeenCalledOnce();
  progress(6);
  await waitFor(() =>
    expect(screen.getByRole("progressbar", { name: "Upload" })).toHaveAttribute("aria-valuenow", "50"),
  );
});

it("offers no accounts to be made to whom may not make any", () => {
  grants.map.delete("ACCOUNTS_EDIT");
  show();
  expect(screen.queryByRole("checkbox", { name: /Make accounts/ })).toBeNull();
  expect(screen.getByText(/may not make accounts/)).toBeInTheDocument();
});
