/** Domain sets of the mock: read and matched in a few seconds, by a matching that is good enough to look at. */
import { randomUUID } from "node:crypto";
import { connection, type PageArgs } from "./connection.ts";
import type { MockAnswer } from "./server.ts";
import type { MockRecord, MockUser, World } from "./world.ts";

interface Item {
  number: number;
  domain: string;
  accountName: string | null;
  notes: string | null;
  given: string | null;
  repaired: boolean;
  resembles: string | null;
  status: "MATCHED" | "FUZZY" | "UNKNOWN";
  accountId: string | null;
  via: "DOMAIN" | "ALTERNATE" | "FUZZY" | "MANUAL" | null;
  confidence: number | null;
  likeness: string | null;
  judgedAt: string | null;
}

interface DomainSet {
  id: string;
  name: string;
  sharing: string;
  teamId: string | null;
  ownerId: string;
  source: string;
  fileName: string | null;
  stubs: boolean;
  archived: boolean;
  createdAt: string;
  updatedAt: string;
  /** When the work on it began, and that it was stopped. */
  begun: number;
  stopped: boolean;
  items: Item[];
  lines: { number: number; code: string; reason: string; given: string }[];
}

interface NewSet {
  name?: string | null;
  sharing?: string;
  teamId?: string | null;
  stubs?: boolean;
}

const READING = 800;
const MATCHING = 5000;
const sets: DomainSet[] = [];

const domainOf = (account: MockRecord) => String(account.fields.domain ?? "");

/** How many letters lie between two words. */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let at = 1; at <= one.length; at += 1) {
    const next = [at];
    for (let to = 1; to <= other.length; to += 1) {
      const same = one[at - 1] === other[to - 1] ? 0 : 1;
      next.push(Math.min((next[to - 1] ?? 0) + 1, (row[to] ?? 0) + 1, (row[to - 1] ?? 0) + same));
    }
    row = next;
  }
  return row[other.length] ?? 0;
}

function match(world: World, item: Item): Item {
  const label = item.domain.split(".")[0] ?? "";
  const exact = world.accounts.find((account) => domainOf(account) === item.domain);
  if (exact !== undefined)
    return { ...item, status: "MATCHED", via: "DOMAIN", confidence: 1, accountId: exact.id, likeness: null };
  const near = world.accounts.slice(0, 2000).find((account) => {
    const own = domainOf(account).split(".")[0] ?? "";
    return Math.abs(own.length - label.length) < 3 && distance(own, label) <= 2 && label.length > 6;
  });
  if (near === undefined) return item;
  return { ...item, status: "FUZZY", via: "FUZZY", confidence: 0.9, accountId: near.id, likeness: "domain" };
}

function takeIn(world: World, user: MockUser, text: string, of: NewSet, fileName: string | null): DomainSet {
  const items = new Map<string, Item>();
  const lines: DomainSet["lines"] = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    const given = line.trim();
    if (given === "") continue;
    const mended = /^[^.,@/]+,[a-z]{2,6}$/i.test(given);
    const [first = "", accountName = null, notes = null] = mended ? [given.replace(",", ".")] : given.split(/[,;\t]/);
    const domain = first
      .trim()
      .toLowerCase()
      .replace(/^https?:\/\//, "")
      .replace(/^.*@/, "")
      .replace(/^www\./, "")
      .replace(/[/:].*$/, "");
    const number = index + 1;
    if (!domain.includes(".") || /\s/.test(domain)) {
      lines.push({ number, code: "DOMAIN_NO_DOT", reason: "This is no domain: it has no dot.", given });
    } else if (!items.has(domain)) {
      const item: Item = {
        number,
        domain,
        accountName,
        notes,
        given: first === domain && !mended ? null : given,
        repaired: mended,
        resembles: domain.startsWith("xn--") ? "mixed_scripts" : null,
        status: "UNKNOWN",
        accountId: null,
        via: null,
        confidence: null,
        likeness: null,
        judgedAt: null,
      };
      items.set(domain, match(world, item));
    }
  }
  const now = new Date().toISOString();
  const set: DomainSet = {
    id: randomUUID(),
    name: of.name ?? fileName?.replace(/\.[^.]*$/, "") ?? "Pasted domains",
    sharing: of.sharing ?? "PRIVATE",
    teamId: of.teamId ?? null,
    ownerId: user.id,
    source: fileName === null ? "paste" : "file",
    fileName,
    stubs: of.stubs ?? false,
    archived: false,
    createdAt: now,
    updatedAt: now,
    begun: Date.now(),
    stopped: false,
    items: [...items.values()],
    lines,
  };
  sets.unshift(set);
  return set;
}

/** A set to begin with: some known, some a slip apart, some that nobody knows. */
function begin(world: World, user: MockUser): void {
  if (sets.length > 0 || world.accounts.length === 0) return;
  const lines = world.accounts.slice(0, 240).map((account, index) => {
    const domain = domainOf(account);
    if (index % 9 === 0) return domain.replace(".", "s.");
    if (index % 7 === 0) return `unknown-${index}.test`;
    return index % 50 === 1 ? domain.replace(".", ",") : domain;
  });
  const text = [...lines, "no domain here", "n/a", "xn--pple-43d.test"].join("\n");
  const set = takeIn(world, user, text, { name: "Hannover fair, exhibitors", sharing: "EVERYONE" }, "exhibitors.csv");
  set.begun -= READING + MATCHING;
}

/** How much of the items is decided by now; 1 when the work is over. */
function share(set: DomainSet): number {
  const passed = Date.now() - set.begun - READING;
  return set.stopped ? 1 : Math.max(0, Math.min(1, passed / MATCHING));
}

const stateOf = (set: DomainSet) =>
  set.stopped || share(set) === 1 ? "READY" : Date.now() - set.begun < READING ? "READING" : "MATCHING";

export function domainSetResolvers(world: World, user: MockUser) {
  begin(world, user);
  const accountOf = (id: string | null) => world.accounts.find((account) => account.id === id);
  const decided = (set: DomainSet) => Math.round(set.items.length * share(set));
  const itemsOf = (set: DomainSet) =>
    set.items.map((item, index) => (index < decided(set) ? item : { ...item, status: "PENDING" as const, via: null }));
  const peopleOf = (set: DomainSet, fuzzy = false) => {
    const wanted = new Set(
      itemsOf(set).flatMap(({ status, accountId }) =>
        accountId !== null && (status === "MATCHED" || (fuzzy && status === "FUZZY")) ? [accountId] : [],
      ),
    );
    return world.contacts.filter(({ accountId, archived }) => !archived && accountId !== null && wanted.has(accountId));
  };
  const report = (set: DomainSet) => {
    const items = itemsOf(set);
    const count = (status: string, ...vias: string[]) =>
      items.filter((item) => item.status === status && (vias.length === 0 || vias.includes(item.via ?? ""))).length;
    const [exact, confirmed] = [count("MATCHED", "DOMAIN", "ALTERNATE"), count("MATCHED", "FUZZY", "MANUAL")];
    return {
      items: items.length,
      exact,
      confirmed,
      fuzzy: count("FUZZY"),
      unknown: count("UNKNOWN"),
      pending: count("PENDING"),
      matchRate: items.length === 0 ? 0 : (exact + confirmed) / items.length,
      accounts: new Set(items.filter(({ status }) => status === "MATCHED").map(({ accountId }) => accountId)).size,
      stubs: 0,
      lookalikes: items.filter(({ resembles }) => resembles !== null).length,
    };
  };
  const shown = (set: DomainSet) => ({
    ...set,
    ownerName: world.users.find(({ id }) => id === set.ownerId)?.name ?? null,
    tags: [],
    state: stateOf(set),
    error: null,
    jobId: null,
    items: set.items.length,
    repeated: 0,
    invalid: set.lines.length,
    matchedAt: stateOf(set) === "READY" ? set.updatedAt : null,
    report: () => report(set),
    contactCount: () => peopleOf(set).length,
  });
  const found = (id: string) => sets.find((set) => set.id === id);
  const changed = (id: string, act: (set: DomainSet) => void) => {
    const set = found(id);
    if (set === undefined) {
      const gone = { code: "DOMAIN_SET_NOT_FOUND", field: null, message: "There is no such domain set." };
      return { domainSet: null, id: null, position: null, userErrors: [gone] };
    }
    act(set);
    set.updatedAt = new Date().toISOString();
    return { domainSet: shown(set), id, position: null, userErrors: [] };
  };
  return {
    domainSets: ({ q, archived, ...args }: PageArgs & { q?: string | null; archived: boolean }) => {
      const words = (q ?? "").toLowerCase();
      const rows = sets.filter((set) => set.archived === archived && set.name.toLowerCase().includes(words));
      return connection(rows, args, shown);
    },
    domainSet: ({ id }: { id: string }) => {
      const set = found(id);
      return set === undefined ? null : shown(set);
    },
    domainSetItems: ({ id, filter = {}, ...args }: PageArgs & { id: string }) => {
      const set = found(id);
      const { statuses = [], via, lookalikes, q } = (filter ?? {}) as Record<string, never>;
      const rows = set === undefined ? [] : itemsOf(set);
      const wanted = rows.filter(
        (item) =>
          ((statuses as string[]).length === 0 || (statuses as string[]).includes(item.status)) &&
          (!via || item.via === via) &&
          (!lookalikes || item.resembles !== null) &&
          (!q || item.domain.startsWith(String(q).toLowerCase())),
      );
      return connection(wanted, args, (item) => {
        const account = item.via === null ? undefined : accountOf(item.accountId);
        return {
          ...item,
          accountId: account?.id ?? null,
          account: account?.fields.name ?? null,
          accountDomain: account?.fields.domain ?? null,
          accountStatus: account === undefined ? null : "active",
          contacts:
            item.status === "MATCHED" ? world.contacts.filter(({ accountId }) => accountId === account?.id).length : 0,
        };
      });
    },
    domainSetInvalidLines: ({ id, ...args }: PageArgs & { id: string }) =>
      connection(found(id)?.lines ?? [], args, (line) => line),
    domainSetContacts: ({ id, filter, ...args }: PageArgs & { id: string }) => {
      const set = found(id);
      const { title, seniority = [], department = [], fuzzy, withEmail } = (filter ?? {}) as Record<string, never>;
      const among = (values: string[], value: unknown) => values.length === 0 || values.includes(String(value));
      const rows = (set === undefined ? [] : peopleOf(set, Boolean(fuzzy))).filter(
        ({ fields }) =>
          (!title || String(fields.job_title).toLowerCase().includes(String(title).toLowerCase())) &&
          among(seniority, fields.seniority_level) &&
          among(department, fields.department) &&
          (!withEmail || Boolean(fields.email)),
      );
      return connection(rows, args, (row) => ({
        id: row.id,
        fullName: row.fields.full_name,
        jobTitle: row.fields.job_title,
        seniority: row.fields.seniority_level,
        department: row.fields.department,
        email: row.fields.email,
        accountId: row.accountId,
        accountName: accountOf(row.accountId)?.fields.name,
        matchedVia: "account",
      }));
    },
    domainSetUpload: ({ input }: { input: NewSet & { text: string } }) => {
      const set = takeIn(world, user, input.text, input, null);
      return { domainSet: shown(set), id: set.id, position: null, userErrors: [] };
    },
    domainSetUpdate: ({ input }: { input: NewSet & { id: string } }) =>
      changed(input.id, (set) => {
        if (input.name) set.name = input.name;
        if (input.sharing) Object.assign(set, { sharing: input.sharing, teamId: input.teamId ?? null });
      }),
    domainSetArchive: ({ id }: { id: string }) => changed(id, (set) => void (set.archived = true)),
    domainSetRestore: ({ id }: { id: string }) => changed(id, (set) => void (set.archived = false)),
    domainSetMatch: ({ id }: { id: string }) =>
      changed(id, (set) => {
        set.begun = Date.now() - READING;
        set.stopped = false;
      }),
    domainSetMatchCancel: ({ id }: { id: string }) => changed(id, (set) => void (set.stopped = true)),
    domainSetItemJudge: ({ input }: { input: { id: string; item: number; verdict: string; accountId: string } }) => {
      const { userErrors } = changed(input.id, (set) => {
        const item = set.items.find(({ number }) => number === input.item);
        if (item === undefined) return;
        const none = { status: "UNKNOWN", via: null, confidence: null, accountId: null, judgedAt: null } as const;
        const own = { via: "MANUAL", confidence: 1, likeness: null, accountId: input.accountId } as const;
        const said = { status: "MATCHED", judgedAt: new Date().toISOString() } as const;
        if (input.verdict === "REJECTED") Object.assign(item, none);
        else Object.assign(item, said, input.verdict === "ASSIGNED" ? own : {});
      });
      return { position: null, userErrors };
    },
  };
}

/** `POST /api/v1/domain-sets` */
export function uploadDomains(world: World, user: MockUser, url: string, body: string): MockAnswer {
  const params = new URL(url, "http://mock").searchParams;
  const of = {
    name: params.get("name"),
    sharing: params.get("sharing")?.toUpperCase() ?? "PRIVATE",
    teamId: params.get("teamId"),
    stubs: params.get("stubs") === "true",
  };
  const set = takeIn(world, user, body, of, params.get("fileName") ?? "domains.csv");
  return { status: 201, body: { id: set.id } };
}
