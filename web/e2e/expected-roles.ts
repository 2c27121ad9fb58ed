/** What each role is to find: the navigation, its primary actions and its pages, as the rules and the policy table say of what exists. */
import { type Page } from "@playwright/test";
import { type Role } from "./test.ts";

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
  senders: {
    name: "see who mail comes from",
    presses: [(page) => link(page, "nav-campaigns"), (page) => link(page, "nav-sub-templates-senders")],
    there: heading("Senders"),
  },
  team: { name: "see the team", presses: [(page) => link(page, "nav-team")], there: heading("Team") },
};

export const EVERYWHERE = [
  "/contacts",
  "/accounts",
  "/contacts/imports",
  "/contacts/imports/new",
  "/tasks",
  "/exports",
  "/bulk",
  "/users",
  "/users/teams",
  "/users/invitations",
  "/mailbox",
  "/clients",
  "/custom-fields",
  "/survivorship",
  "/integrations",
  "/suppressions",
  "/compliance",
  "/compliance/rules",
  "/compliance/registers",
  "/compliance/requests",
  "/compliance/retention",
  "/compliance/legal-holds",
  "/contacts/segments",
  "/contacts/lists",
  "/contacts/audience",
  "/accounts/segments",
  "/accounts/lists",
  "/accounts/audience",
  "/contacts/duplicates",
  "/accounts/duplicates",
  "/accounts/industry-suggestions",
  "/domain-sets",
  "/domain-sets/new",
  "/campaigns/senders",
  "/contacts/email-verifications",
  "/contacts/phone-lookups",
  "/system",
  "/team",
  "/profile",
  "/notifications",
];

/** What is one's own, whatever the role. */
const OWN = ["/profile", "/notifications"];

const DUPLICATES = ["/contacts/duplicates", "/accounts/duplicates"];
const SEGMENTS = [
  "/contacts/segments",
  "/contacts/lists",
  "/contacts/audience",
  "/accounts/segments",
  "/accounts/lists",
  "/accounts/audience",
];
const SUGGESTIONS = "/accounts/industry-suggestions";
const DOMAIN_SETS = ["/domain-sets", "/domain-sets/new"];

interface Expected {
  role: Role;
  /** The whole navigation, group by group, as the rules and the policy table say of what exists. */
  nav: Record<string, string[]>;
  may: (keyof typeof ACTIONS)[];
  /** Paths that are not named here must be refused. */
  allowed: string[];
}

const ACCOUNTS = {
  accounts: ["all-accounts", "account-segments", "domain-sets", "account-duplicates", "industry-suggestions"],
};
const CONTACTS = [
  "all-contacts",
  "contact-segments",
  "bulk-import",
  "bulk-changes",
  "email-verification",
  "phone-lookups",
  "contact-duplicates",
  "exports",
];
const CAMPAIGNS = { campaigns: ["templates-senders"] };
const SENDERS = "/campaigns/senders";
const VERIFICATIONS = "/contacts/email-verifications";
const LOOKUPS = "/contacts/phone-lookups";
// Who may only see the own jobs has none, and no page about them.
const SYSTEM = { settings: ["suppressions", "compliance", "system"] };
const SUPPRESSIONS = { settings: ["suppressions", "compliance"] };
export const ROLES: Expected[] = [
  {
    role: "Admin",
    nav: {
      dashboard: [],
      tasks: [],
      ...ACCOUNTS,
      contacts: CONTACTS,
      ...CAMPAIGNS,
      projects: ["clients"],
      settings: [
        "users",
        "suppressions",
        "compliance",
        "custom-fields",
        "survivorship",
        "integrations",
        "mailbox",
        "system",
      ],
    },
    may: Object.keys(ACTIONS).filter((key) => key !== "team" && key !== "jump"),
    allowed: EVERYWHERE,
  },
  {
    role: "Campaign manager",
    nav: {
      dashboard: [],
      tasks: [],
      ...ACCOUNTS,
      contacts: [
        "all-contacts",
        "contact-segments",
        "bulk-changes",
        "email-verification",
        "phone-lookups",
        "contact-duplicates",
        "exports",
      ],
      ...CAMPAIGNS,
      ...SUPPRESSIONS,
    },
    may: [
      "tasks",
      "newTask",
      "contacts",
      "accounts",
      "newContact",
      "newAccount",
      "segments",
      "newSegment",
      "exports",
      "bulk",
      "verification",
      "lookups",
      "domainSets",
      "newDomainSet",
      "senders",
      "find",
      "suppressions",
      "compliance",
      "notifications",
      "profile",
    ],
    allowed: [
      "/tasks",
      "/contacts",
      "/accounts",
      ...SEGMENTS,
      ...DUPLICATES,
      SUGGESTIONS,
      ...DOMAIN_SETS,
      SENDERS,
      VERIFICATIONS,
      LOOKUPS,
      "/exports",
      "/bulk",
      "/suppressions",
      "/compliance",
      "/compliance/rules",
      "/compliance/registers",
      ...OWN,
    ],
  },
  {
    role: "Data operations",
    nav: {
      dashboard: [],
      tasks: [],
      ...ACCOUNTS,
      contacts: CONTACTS,
      ...CAMPAIGNS,
      ...SYSTEM,
    },
    may: [
      "tasks",
      "newTask",
      "contacts",
      "accounts",
      "newContact",
      "newAccount",
      "segments",
      "newSegment",
      "newImport",
      "imports",
      "exports",
      "bulk",
      "verification",
      "lookups",
      "domainSets",
      "newDomainSet",
      "senders",
      "find",
      "suppressions",
      "compliance",
      "system",
      "notifications",
      "profile",
    ],
    allowed: [
      "/tasks",
      "/contacts",
      "/accounts",
      ...SEGMENTS,
      ...DUPLICATES,
      SUGGESTIONS,
      ...DOMAIN_SETS,
      SENDERS,
      VERIFICATIONS,
      LOOKUPS,
      "/contacts/imports",
      "/contacts/imports/new",
      "/exports",
      "/bulk",
      "/suppressions",
      "/compliance",
      "/compliance/rules",
      "/compliance/registers",
      "/compliance/requests",
      "/compliance/retention",
      "/compliance/legal-holds",
      "/system",
      ...OWN,
    ],
  },
  {
    role: "QA analyst",
    nav: {
      dashboard: [],
      tasks: [],
      accounts: ["all-accounts", "account-segments", "domain-sets", "industry-suggestions"],
      contacts: ["all-contacts", "contact-segments"],
      ...CAMPAIGNS,
      ...SUPPRESSIONS,
    },
    may: [
      "tasks",
      "newTask",
      "contacts",
      "accounts",
      "segments",
      "domainSets",
      "senders",
      "find",
      "suppressions",
      "compliance",
      "notifications",
      "profile",
    ],
    allowed: [
      "/tasks",
      "/contacts",
      "/accounts",
      ...SEGMENTS,
      SUGGESTIONS,
      "/domain-sets",
      SENDERS,
      "/suppressions",
      "/compliance",
      "/compliance/rules",
      "/compliance/registers",
      ...OWN,
    ],
  },
  {
    role: "Agent",
    nav: { dashboard: [], tasks: [], accounts: ["all-accounts"], contacts: ["all-contacts"] },
    // Sees the contacts of calls alone, and there are none yet: nothing to search.
    may: ["tasks", "newTask", "contacts", "accounts", "jump", "notifications", "profile"],
    allowed: ["/tasks", "/contacts", "/accounts", ...OWN],
  },
  {
    role: "Client user",
    nav: { dashboard: [], team: [] },
    may: ["team", "jump", "notifications", "profile"],
    allowed: ["/team", ...OWN],
  },
];
