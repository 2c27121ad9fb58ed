/** What each role is to find: the navigation, its primary actions and its pages, as the rules and the policy table say of what exists. */
import { ACTIONS } from "./expected-actions.ts";
import { type Role } from "./test.ts";

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
      ...SUPPRESSIONS,
    },
    may: [
      "tasks",
      "newTask",
      "contacts",
      "accounts",
      "segments",
      "domainSets",
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
