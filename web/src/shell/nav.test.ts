import { describe, expect, it } from "vitest";
import { grantsOf } from "@/lib/permissions.ts";
import { placeOf, visibleNav } from "./nav.ts";

const grants = (...permissions: string[]) => grantsOf(permissions.map((permission) => ({ permission, scope: "ALL" })));

describe("navigation", () => {
  it("hides what the role may not see, and groups that would be empty", () => {
    const ids = visibleNav(grants("CONTACTS_VIEW"), "QA_ANALYST").map((group) => group.id);
    expect(ids).toEqual(["dashboard", "contacts"]);
  });

  it("offers a page about everything only to whom the permission covers everything", () => {
    const system = (scope: string) =>
      visibleNav(grantsOf([{ permission: "JOBS_VIEW", scope }]), "QA_ANALYST").some(({ id }) => id === "settings");
    expect(system("ALL")).toBe(true);
    expect(system("OWN")).toBe(false);
  });

  it("shows a client user their own places only", () => {
    const ids = visibleNav(grants("USERS_VIEW", "CONTACTS_VIEW"), "CLIENT_USER").map((group) => group.id);
    expect(ids).toEqual(["dashboard", "team"]);
  });

  it("has the tasks of whom there are tasks for", () => {
    const ids = (role: string) => visibleNav(grants("TASKS_VIEW"), role).map((group) => group.id);
    expect(ids("AGENT")).toEqual(["dashboard", "tasks"]);
    expect(ids("CLIENT_USER")).toEqual(["dashboard", "team"]);
    expect(placeOf("/tasks")).toMatchObject({ group: { id: "tasks" }, item: null });
  });

  it("puts a record under its list", () => {
    expect(placeOf("/contacts/42")).toMatchObject({ group: { id: "contacts" }, item: { id: "all-contacts" } });
    expect(placeOf("/")).toMatchObject({ group: { id: "dashboard" }, item: null });
  });

  it("puts lists and the audience builder where the segments are", () => {
    for (const path of ["/contacts/segments/42", "/contacts/lists", "/contacts/lists/42", "/contacts/audience"]) {
      expect(placeOf(path)).toMatchObject({ group: { id: "contacts" }, item: { id: "contact-segments" } });
    }
    expect(placeOf("/accounts/audience")).toMatchObject({ item: { id: "account-segments" } });
  });

  it("has domain sets under accounts, for whoever sees all of them", () => {
    const items = (scope: string) =>
      visibleNav(grantsOf([{ permission: "DOMAIN_SETS_VIEW", scope }]), "DATA_OPS").flatMap(({ children = [] }) =>
        children.map(({ id }) => id),
      );
    expect(items("ALL")).toEqual(["domain-sets"]);
    expect(items("CLIENT")).toEqual([]);
    expect(placeOf("/domain-sets/42")).toMatchObject({ group: { id: "accounts" }, item: { id: "domain-sets" } });
  });

  it("has email templates and senders in one place under campaigns", () => {
    const ids = visibleNav(grants("TEMPLATES_VIEW"), "QA_ANALYST").map((group) => group.id);
    expect(ids).toEqual(["dashboard", "campaigns"]);
    const place = { group: { id: "campaigns" }, item: { id: "templates-senders" } };
    expect(placeOf("/campaigns/templates/42")).toMatchObject(place);
    expect(placeOf("/campaigns/senders/42")).toMatchObject(place);
    expect(placeOf("/campaigns/snippets/42")).toMatchObject(place);
  });

  it("has campaigns for whoever sees all of them; those that are open belong to the list", () => {
    const items = (scope: string) =>
      visibleNav(grantsOf([{ permission: "CAMPAIGNS_VIEW", scope }]), "CAMPAIGN_MANAGER").flatMap(({ children = [] }) =>
        children.map(({ id }) => id),
      );
    expect(items("ALL")).toEqual(["all-campaigns", "email-campaigns", "campaign-configuration"]);
    expect(items("OWN")).toEqual([]);
    expect(placeOf("/campaigns/42/edit/audience")).toMatchObject({ item: { id: "all-campaigns" } });
    expect(placeOf("/campaigns/email")).toMatchObject({ item: { id: "email-campaigns" } });
  });

  it("has the replies under campaigns, for whoever may see them", () => {
    const items = visibleNav(grants("REPLIES_VIEW"), "QA_ANALYST").flatMap(({ children = [] }) =>
      children.map(({ id }) => id),
    );
    expect(items).toEqual(["campaign-replies"]);
    expect(placeOf("/campaigns/replies")).toMatchObject({ item: { id: "campaign-replies" } });
  });

  it("offers an agent no edits outside a call", () => {
    expect(grantsOf([{ permission: "CONTACTS_EDIT", scope: "OWN" }]).has("CONTACTS_EDIT")).toBe(false);
    expect(grantsOf([{ permission: "TASKS_EDIT", scope: "OWN" }]).has("TASKS_EDIT"), "their own tasks are").toBe(true);
  });
});
