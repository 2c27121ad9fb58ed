import { QueryClientProvider } from "@tanstack/react-query";
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it, vi } from "vitest";
import { createQueryClient } from "@/lib/query-client.ts";
import { AccessRulesDialog } from "./access-rules-dialog.tsx";
import { requireSecondStep } from "@/features/identity/access-rules/mutations.ts";

const shown = vi.hoisted(() => ({
  rules: (): Promise<{ secondStepFor: string }> => Promise.reject(new Error("none")),
}));

vi.mock("@/features/identity/access-rules/queries.ts", () => ({
  accessRulesQuery: { queryKey: ["access-rules"], retry: false, queryFn: () => shown.rules() },
}));
vi.mock("@/features/identity/access-rules/mutations.ts", () => ({ requireSecondStep: vi.fn(() => Promise.resolve()) }));

beforeEach(() => {
  vi.mocked(requireSecondStep).mockClear();
  shown.rules = () => Promise.resolve({ secondStepFor: "NOBODY" });
});

function show() {
  const onClose = vi.fn();
  render(
    <QueryClientProvider client={createQueryClient()}>
      <AccessRulesDialog onClose={onClose} />
    </QueryClientProvider>,
  );
  return onClose;
}

it("shows the rule as it is and saves another", async () => {
  const onClose = show();
  const select = await screen.findByRole("combobox", { name: /second step is required of/ });
  expect(select).toHaveValue("NOBODY");
  await userEvent.selectOptions(select, "ADMINS");
  await userEvent.click(screen.getByRole("button", { name: "Save" }));
  await vi.waitFor(() => expect(onClose).toHaveBeenCalled());
  expect(vi.mocked(requireSecondStep).mock.calls[0]?.[0]).toBe("ADMINS");
});

it("says when the rules cannot be read, and tries again", async () => {
  shown.rules = () => Promise.reject(new Error("away"));
  show();
  expect(await screen.findByRole("alert")).toBeVisible();
  shown.rules = () => Promise.resolve({ secondStepFor: "EVERYBODY" });
  await userEvent.click(screen.getByRole("button", { name: /again/i }));
  expect(await screen.findByRole("combobox")).toHaveValue("EVERYBODY");
});
