import { render, screen } from "@testing-library/react";
import { MemoryRouter } from "react-router";
import { expect, it, vi } from "vitest";
import { TooltipProvider } from "@/components/tooltip.tsx";
import { grantsOf } from "@/lib/permissions.ts";
import { Crumbs, useCrumb } from "./crumbs.tsx";
import { Sidebar } from "./sidebar.tsx";

const granted = vi.hoisted(() => ["CONTACTS_VIEW", "ACCOUNTS_VIEW", "SEGMENTS_VIEW", "DOMAIN_SETS_VIEW"]);

vi.mock("@/features/identity/me/queries.ts", () => ({
  useMe: () => ({ role: "DATA_OPS" }),
  useGrants: () => grantsOf(granted.map((permission) => ({ permission, scope: "ALL" }))),
}));
vi.mock("./user-menu.tsx", () => ({ UserMenu: () => null }));

const ABOVE = { label: "Lists of accounts", to: "/accounts/lists" };

/** A list: its address does not say what it is a list of, the page does. */
function ListOfAccounts() {
  useCrumb("Fair 2026", ABOVE);
  return null;
}

function open(path: string, page?: React.ReactNode) {
  render(
    <MemoryRouter initialEntries={[path]}>
      <TooltipProvider>
        <Sidebar />
        <Crumbs />
        {page}
      </TooltipProvider>
    </MemoryRouter>,
  );
}

const current = () => screen.getAllByRole("link", { current: "page" }).map(({ dataset }) => dataset["testid"]);

it.each([
  ["/contacts/segments/42", "nav-sub-contact-segments"],
  ["/accounts/segments/42", "nav-sub-account-segments"],
  ["/contacts/lists", "nav-sub-contact-segments"],
  ["/domain-sets/42", "nav-sub-domain-sets"],
  ["/contacts/42", "nav-sub-all-contacts"],
])("marks where %s belongs", (path, item) => {
  open(path);
  expect(current()).toEqual([item]);
});

it("marks where a list belongs once its page knows what it is a list of", () => {
  open("/lists/42", <ListOfAccounts />);
  expect(current()).toEqual(["nav-sub-account-segments"]);
  const trail = screen.getByRole("navigation", { name: "Breadcrumb" });
  expect([...trail.querySelectorAll("a, span")].map((crumb) => crumb.textContent)).toEqual([
    "Accounts",
    "Segments & lists",
    "Lists of accounts",
    "Fair 2026",
  ]);
});

it("marks nothing before", () => {
  open("/lists/43");
  expect(screen.queryByRole("link", { current: "page" })).toBeNull();
});
