/** The primary actions of all roles: what leads to each, and what is there then. */
import { type Page } from "@playwright/test";

/** A primary action: what is pressed from the dashboard, one by one, and what is there then. */
interface Action {
  name: string;
  presses: ((page: Page) => ReturnType<Page["getByRole"]>)[];
  there: (page: Page) => ReturnType<Page["getByRole"]>;
}

const link = (page: Page, id: string) => page.getByTestId(id);
const dialog = (name: string) => (page: Page) => page.getByRole("dialog", { name });
const heading = (name: string) => (page: Page) => page.getByRole("heading", { level: 1, name });
const create = (noun: string) => [
  (page: Page) => page.getByRole("button", { name: "New", exact: true }),
  (page: Page) => page.getByRole("menuitem", { name: noun, exact: true }),
];

export const ACTIONS: Record<string, Action> = {
  contacts: {
    name: "see contacts",
    presses: [(page) => link(page, "nav-contacts"), (page) => link(page, "nav-sub-all-contacts")],
    there: heading("Contacts"),
  },
  accounts: {
    name: "see accounts",
    presses: [(page) => link(page, "nav-accounts"), (page) => link(page, "nav-sub-all-accounts")],
    there: heading("Accounts"),
  },
  tasks: { name: "see what is to be done", presses: [(page) => link(page, "nav-tasks")], there: heading("My tasks") },
  newTask: { name: "note down a task", presses: create("Task"), there: heading("My tasks") },
  newContact: { name: "add a contact", presses: create("Contact"), there: dialog("New contact") },
  newAccount: { name: "add an account", presses: create("Account"), there: dialog("New account") },
  newImport: { name: "import a file", presses: create("Import"), there: heading("New import") },
  segments: {
    name: "see segments",
    presses: [(page) => link(page, "nav-contacts"), (page) => link(page, "nav-sub-contact-segments")],
    there: heading("Segments & lists"),
  },
  newSegment: { name: "build an audience", presses: create("Segment"), there: heading("Audience builder") },
  imports: {
    name: "see imports",
    presses: [(page) => link(page, "nav-contacts"), (page) => link(page, "nav-sub-bulk-import")],
    there: heading("Bulk import"),
  },
  exports: {
    name: "see exports",
    presses: [(page) => link(page, "nav-contacts"), (page) => link(page, "nav-sub-exports")],
    there: heading("Exports"),
  },
  bulk: {
    name: "see bulk changes",
    presses: [(page) => link(page, "nav-contacts"), (page) => link(page, "nav-sub-bulk-changes")],
    there: heading("Bulk changes"),
  },
  find: {
    name: "look something up",
    presses: [(page) => page.getByTestId("search-box")],
    there: (page) => page.getByTestId("search-panel"),
  },
  jump: {
    name: "go to a page by name",
    presses: [(page) => page.getByRole("button", { name: "Jump to a page" })],
    there: dialog("Command palette"),
  },
  users: {
    name: "see users",
    presses: [(page) => link(page, "nav-settings"), (page) => link(page, "nav-sub-users")],
    there: heading("Users & roles"),
  },
  clients: {
    name: "see clients",
    presses: [(page) => link(page, "nav-projects"), (page) => link(page, "nav-sub-clients")],
    there: heading("Clients"),
  },
  customFields: {
    name: "look after custom fields",
    presses: [(page) => link(page, "nav-settings"), (page) => link(page, "nav-sub-custom-fields")],
    there: heading("Custom fields"),
  },
  survivorship: {
    name: "decide which values stay",
    presses: [(page) => link(page, "nav-settings"), (page) => link(page, "nav-sub-survivorship")],
    there: heading("Survivorship rules"),
  },
  integrations: {
    name: "look after API keys",
    presses: [(page) => link(page, "nav-settings"), (page) => link(page, "nav-sub-integrations")],
    there: heading("Integrations & APIs"),
  },
  mail: {
    name: "see where mail goes",
    presses: [(page) => link(page, "nav-settings"), (page) => link(page, "nav-sub-mailbox")],
    there: heading("Mail"),
  },
  profile: {
    name: "look after one's own sign-in",
    presses: [
      (page) => page.getByTestId("user-menu"),
      (page) => page.getByRole("menuitem", { name: "Profile and sessions" }),
    ],
    there: heading("Profile"),
  },
  suppressions: {
    name: "see who must not be contacted",
    presses: [(page) => link(page, "nav-settings"), (page) => link(page, "nav-sub-suppressions")],
    there: heading("Suppression Management"),
  },
  compliance: {
    name: "see who agreed to be contacted",
    presses: [(page) => link(page, "nav-settings"), (page) => link(page, "nav-sub-compliance")],
    there: heading("Compliance Center"),
  },
  duplicates: {
    name: "see which contacts are likely one",
    presses: [(page) => link(page, "nav-contacts"), (page) => link(page, "nav-sub-contact-duplicates")],
    there: heading("Duplicate contacts"),
  },
  verification: {
    name: "see which emails were verified",
    presses: [(page) => link(page, "nav-contacts"), (page) => link(page, "nav-sub-email-verification")],
    there: heading("Email verification"),
  },
  lookups: {
    name: "see which phones were looked up",
    presses: [(page) => link(page, "nav-contacts"), (page) => link(page, "nav-sub-phone-lookups")],
    there: heading("Phone look-ups"),
  },
  domainSets: {
    name: "see domain sets",
    presses: [(page) => link(page, "nav-accounts"), (page) => link(page, "nav-sub-domain-sets")],
    there: heading("Domain sets"),
  },
  newDomainSet: { name: "bring domains", presses: create("Domain set"), there: heading("New domain set") },
  suggestions: {
    name: "see which industries are suggested",
    presses: [(page) => link(page, "nav-accounts"), (page) => link(page, "nav-sub-industry-suggestions")],
    there: heading("Industry suggestions"),
  },
  campaigns: {
    name: "see campaigns",
    presses: [(page) => link(page, "nav-campaigns"), (page) => link(page, "nav-sub-all-campaigns")],
    there: heading("Campaigns"),
  },
  emailCampaigns: {
    name: "see campaigns by mail",
    presses: [(page) => link(page, "nav-campaigns"), (page) => link(page, "nav-sub-email-campaigns")],
    there: heading("Email campaigns"),
  },
  newCampaign: {
    name: "begin a campaign by mail",
    presses: create("Email campaign"),
    there: dialog("New email campaign"),
  },
  replies: {
    name: "see replies to campaigns",
    presses: [(page) => link(page, "nav-campaigns"), (page) => link(page, "nav-sub-campaign-replies")],
    there: heading("Replies"),
  },
  templates: {
    name: "see email templates",
    presses: [(page) => link(page, "nav-campaigns"), (page) => link(page, "nav-sub-templates-senders")],
    there: heading("Email templates"),
  },
  newTemplate: {
    name: "begin an email template",
    presses: create("Email template"),
    there: dialog("New email template"),
  },
  system: {
    name: "see how the system is",
    presses: [(page) => link(page, "nav-settings"), (page) => link(page, "nav-sub-system")],
    there: heading("System"),
  },
  notifications: {
    name: "see what there is to be told",
    presses: [
      (page) => page.getByTestId("notifications-bell"),
      (page) => page.getByRole("link", { name: "All notifications" }),
    ],
    there: heading("Notifications"),
  },
  team: { name: "see the team", presses: [(page) => link(page, "nav-team")], there: heading("Team") },
};
