/** A small invented company database. Reserved names only: .test domains, 555-01xx numbers. */
import { DEPARTMENTS, INDUSTRIES, SIZES } from "./catalogue.ts";

export type Fields = Record<string, unknown>;
export interface MockRecord {
  id: string;
  fields: Fields;
  accountId: string | null;
  archived: boolean;
  erased: boolean;
  version: number;
  createdAt: string;
  updatedAt: string;
}
export interface MockUser {
  id: string;
  name: string;
  email: string;
  role: string;
  active: boolean;
  clientId: string | null;
  teamIds: string[];
  createdAt: string;
  /** Offered at the sign-in. */
  login: boolean;
  password: string;
}
export interface HistoryRow {
  position: number;
  recordId: string;
  eventType: string;
  title: string;
  at: string;
  source: string;
  actorName: string;
  changes: { field: string; old: unknown; new: unknown; kept?: boolean; rule?: string; derived?: boolean }[];
}
export interface MockTeam {
  id: string;
  name: string;
  archived: boolean;
  /** What happened, the oldest first. */
  acts: { title: string; at: string; actorName: string | null }[];
}

export interface World {
  contacts: MockRecord[];
  accounts: MockRecord[];
  users: MockUser[];
  clients: { id: string; name: string; createdAt: string }[];
  teams: MockTeam[];
  history: HistoryRow[];
  position: number;
  preferences: unknown;
}

const FIRST = [
  "Annika",
  "Astrid",
  "Beatriz",
  "Callum",
  "Dieter",
  "Elif",
  "Gregor",
  "Hanna",
  "Inès",
  "Jeroen",
  "Klara",
  "Luca",
  "Marta",
  "Oisín",
  "Pia",
  "Rafael",
  "Sanne",
  "Tomás",
  "Ulla",
  "Viktor",
];
const LAST = [
  "Vester",
  "Holmgaard",
  "Falcão",
  "Reyes-Hart",
  "Amsel",
  "Karadeniz",
  "Steinacher",
  "Ekström",
  "Carrière",
  "van Dalfsen",
  "Novotná",
  "Ferrandi",
  "Olszewska",
  "Brannigan",
  "Lambot",
  "Sofos",
  "Kuiper",
  "Quist",
];
const TITLES: [string, string][] = [
  ["VP Operations", "VP"],
  ["Director, Fleet", "Director"],
  ["Head of Logistics IT", "Head"],
  ["Chief Operating Officer", "C-level"],
  ["Procurement Manager", "Manager"],
  ["Senior Planner", "Senior"],
];
const COMPANIES = [
  "Norhavn",
  "Tejo",
  "Thornbury",
  "Falkenhof",
  "Bosfor",
  "Tauern",
  "Skagen",
  "Rhône",
  "Maasvliet",
  "Vltava",
  "Ferrandi",
  "Baltica",
  "Liffey",
  "Meuse",
  "Almacén",
  "Assenberg",
];
const KINDS = [
  "Freight",
  "Cargo",
  "Haulage",
  "Spedition",
  "Lojistik",
  "Forwarding",
  "Transit",
  "Logistics",
  "Express",
  "Distribution",
];
const PLACES: [string, string][] = [
  ["Copenhagen", "DK"],
  ["Lisbon", "PT"],
  ["London", "GB"],
  ["Hamburg", "DE"],
  ["Istanbul", "TR"],
  ["Vienna", "AT"],
  ["Rotterdam", "NL"],
  ["Prague", "CZ"],
];

const pick = <T>(list: readonly T[], index: number): T => list[index % list.length] as T;
const id = (kind: number, index: number) => `0193${kind}000-0000-7000-8000-${index.toString(16).padStart(12, "0")}`;
const slug = (text: string) =>
  text
    .normalize("NFD")
    .replace(/[^a-zA-Z]/g, "")
    .toLowerCase();
const before = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();

function accountAt(index: number): MockRecord {
  const name = `${pick(COMPANIES, index)} ${pick(KINDS, Math.floor(index / COMPANIES.length) + index)}`;
  const [city, country] = pick(PLACES, index * 7);
  const at = before(60 * 24 * 9 + index * 90);
  return {
    id: id(1, index),
    accountId: null,
    archived: false,
    erased: false,
    version: 1,
    createdAt: at,
    updatedAt: at,
    fields: {
      name,
      domain: `${slug(pick(COMPANIES, index))}${index < 16 ? "" : index}.test`,
      industry: pick(INDUSTRIES, index),
      employees_size_range: pick(SIZES, index * 3),
      staff_count: 40 + ((index * 137) % 4000),
      annual_revenue: { amount: String(1_200_000 * (1 + (index % 90))), currency: "EUR" },
      hq_city: city,
      hq_country: country,
      main_phone: `+1 202 555 01${String(index % 100).padStart(2, "0")}`,
      main_phone_validity: "valid",
      tech_stack: ["SAP TM", "Project44"].slice(0, index % 3),
      tags: index % 4 === 0 ? ["Tier 1"] : [],
    },
  };
}

function contactAt(index: number, accounts: MockRecord[]): MockRecord {
  const first = pick(FIRST, index);
  const last = pick(LAST, Math.floor(index / FIRST.length) + index);
  const account = pick(accounts, index * 3);
  const [title, seniority] = pick(TITLES, index * 5);
  const [city, country] = pick(PLACES, index * 3);
  const at = before(3 + index * 11);
  return {
    id: id(2, index),
    accountId: account.id,
    archived: false,
    erased: false,
    version: 1,
    createdAt: at,
    updatedAt: at,
    fields: {
      full_name: `${first} ${last}`,
      first_name: first,
      last_name: last,
      job_title: title,
      seniority_level: seniority,
      department: pick(DEPARTMENTS, index * 2),
      email: `${slug(first)[0]}.${slug(last)}${index < 360 ? "" : index}@${String(account.fields.domain)}`,
      email_verification_status: pick(["valid", "valid", "unknown", "catch_all", "invalid"], index),
      direct_phone: `+1 202 555 01${String(index % 100).padStart(2, "0")}`,
      city,
      country,
      tags: index % 5 === 0 ? ["Fleet", "Cold chain"] : [],
      consent_basis: "legitimate interest",
      lifecycle: "new",
    },
  };
}

const USERS: [string, string, string][] = [
  ["Maren Lindqvist", "maren@example.com", "ADMIN"],
  ["Noor Haddad", "noor@example.com", "CAMPAIGN_MANAGER"],
  ["Idris Okonjo", "idris@example.com", "DATA_OPS"],
  ["Freja Dalgaard", "freja@example.com", "QA_ANALYST"],
  ["Sanne Kuiper", "sanne@example.com", "AGENT"],
  ["Mateo Villar", "mateo@nordwerk.test", "CLIENT_USER"],
];

export function createWorld(rows: number): World {
  const accounts = Array.from({ length: Math.min(rows, 480) }, (_, index) => accountAt(index));
  const contacts = Array.from({ length: rows }, (_, index) => contactAt(index, accounts));
  const clients = ["Nordwerk Telematics", "Harrow Fleet Systems"].map((name, index) => ({
    id: id(4, index),
    name,
    createdAt: before(60 * 24 * 40),
  }));
  const teams = ["Fleet EMEA", "North"].map((name, index) => ({
    id: id(5, index),
    name,
    archived: false,
    acts: [{ title: `Created as ${name}`, at: before(60 * 24 * 40), actorName: null }],
  }));
  const world: World = {
    contacts,
    accounts,
    users: [],
    clients,
    teams,
    history: [],
    position: 5000,
    preferences: {},
  };
  world.users = USERS.map(([name, email, role], index) => ({
    id: id(3, index),
    name,
    email,
    role,
    active: true,
    clientId: role === "CLIENT_USER" ? (clients[0]?.id ?? null) : null,
    teamIds: role === "CLIENT_USER" ? [] : teams.slice(0, 1).map((team) => team.id),
    createdAt: before(60 * 24 * 30),
    login: true,
    password: "pivotal-dev",
  }));
  for (const contact of contacts.slice(0, 50)) seedHistory(world, contact);
  return world;
}

function seedHistory(world: World, contact: MockRecord): void {
  const rows: [number, string, HistoryRow["changes"]][] = [
    [
      60 * 24 * 40,
      "Created",
      Object.entries(contact.fields).map(([field, value]) => ({ field, old: null, new: value })),
    ],
    [60 * 24 * 9, "Changed", [{ field: "job_title", old: "Head of Operations", new: contact.fields.job_title }]],
    [
      60 * 24 * 8,
      "Changed",
      [
        { field: "email_verification_status", old: "unknown", new: "valid" },
        {
          field: "direct_phone",
          old: contact.fields.direct_phone,
          new: "+1 202 555 0199",
          kept: true,
          rule: "Confirmed on a call outranks the import",
        },
      ],
    ],
  ];
  for (const [minutes, title, changes] of rows) {
    world.position += 1;
    world.history.push({
      position: world.position,
      recordId: contact.id,
      eventType: title === "Created" ? "ContactCreated" : "ContactFieldsChanged",
      title: title === "Created" ? "Contact created" : "Fields changed",
      at: before(minutes),
      source: "import:01930000-0000-7000-8000-00000000000a",
      actorName: "Idris Okonjo",
      changes,
    });
  }
}
