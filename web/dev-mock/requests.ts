/** Requests for access and erasure of the mock: a small register. Answers are ready at once; files are not kept. */
import { randomUUID } from "node:crypto";
import { connection, type PageArgs } from "./connection.ts";
import { refusal } from "./people.ts";
import { scopeOf } from "./policy.ts";
import type { MockUser, World } from "./world.ts";

const DAY = 86_400_000;
const inDays = (days: number) => new Date(Date.now() + days * DAY).toISOString();

interface Step {
  position: number;
  title: string;
  text: string | null;
  at: string;
  by: string;
}

interface Held {
  id: string;
  kind: "ACCESS" | "ERASURE";
  state: "OPEN" | "IN_PROGRESS" | "ANSWERED" | "REFUSED";
  cameBy: string;
  receivedAt: string;
  dueAt: string;
  extended: boolean;
  extensionWhy: string | null;
  name: string | null;
  email: string | null;
  phone: string | null;
  contactId: string | null;
  note: string | null;
  identity: string | null;
  refusal: string | null;
  assigneeId: string | null;
  settledAt: string | null;
  answeredBy: string | null;
  forgotten: boolean;
  recordedAt: string;
  recordedBy: string;
  steps: Step[];
}

interface ReceiveInput {
  kind: Held["kind"];
  cameBy: string;
  receivedAt?: string | null;
  name?: string | null;
  email?: string | null;
  phone?: string | null;
  contactId?: string | null;
  note?: string | null;
  identity?: string | null;
  assigneeId?: string | null;
}

interface Filter {
  kind?: string | null;
  state?: string | null;
  urgency?: string | null;
  assigneeId?: string | null;
  q?: string | null;
  contactId?: string | null;
}

const held: Held[] = [];
const seeded = new WeakSet<World>();

function taken(world: World, by: string, input: ReceiveInput): Held {
  const receivedAt = input.receivedAt ?? new Date().toISOString();
  const due = new Date(receivedAt);
  due.setUTCMonth(due.getUTCMonth() + 1);
  const one: Held = {
    id: randomUUID(),
    kind: input.kind,
    state: "OPEN",
    cameBy: input.cameBy,
    receivedAt,
    dueAt: due.toISOString(),
    extended: false,
    extensionWhy: null,
    name: input.name ?? null,
    email: input.email ?? null,
    phone: input.phone ?? null,
    contactId: input.contactId ?? null,
    note: input.note ?? null,
    identity: input.identity ?? null,
    refusal: null,
    assigneeId: input.assigneeId ?? null,
    settledAt: null,
    answeredBy: null,
    forgotten: false,
    recordedAt: new Date().toISOString(),
    recordedBy: by,
    steps: [],
  };
  const kind = one.kind === "ACCESS" ? "Access" : "Erasure";
  step(world, one, by, `${kind} requested, due ${dayOf(one.dueAt)}`, one.note);
  return one;
}

/** "29 Nov 2026" */
const dayOf = (at: string) =>
  new Date(at).toLocaleDateString("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });

function step(world: World, one: Held, by: string, title: string, text: string | null = null): void {
  one.steps.push({ position: ++world.position, title, text, at: new Date().toISOString(), by });
}

function seed(world: World): void {
  if (seeded.has(world)) return;
  seeded.add(world);
  const samples: [number, Held["kind"], number][] = [
    [4, "ACCESS", -34],
    [5, "ERASURE", -26],
    [6, "ACCESS", -3],
  ];
  for (const [index, kind, days] of samples) {
    const contact = world.contacts[index];
    if (contact === undefined) continue;
    const text = (key: string) => (typeof contact.fields[key] === "string" ? String(contact.fields[key]) : null);
    const input = { kind, cameBy: "EMAIL", receivedAt: inDays(days), name: text("full_name"), email: text("email") };
    held.push(taken(world, "Idris Okonjo", { ...input, contactId: contact.id }));
  }
}

function urgencyOf({ settledAt, dueAt }: Held): string {
  if (settledAt !== null) return "SETTLED";
  const left = new Date(dueAt).getTime() - Date.now();
  return left < 0 ? "OVERDUE" : left <= 7 * DAY ? "SOON" : "IN_TIME";
}

export function requestResolvers(world: World, user: MockUser) {
  seed(world);
  const sees = scopeOf(user.role, "PRIVACY_REQUESTS") === "ALL";
  const all = () => (sees ? held : []);
  const find = (id: string) => all().find((one) => one.id === id);
  const nameOf = (id: string | null) => world.users.find((one) => one.id === id)?.name ?? null;

  const contactsOf = (one: Held) =>
    world.contacts.filter(
      ({ id, erased, fields }) =>
        !erased && !one.forgotten && (id === one.contactId || (one.email !== null && fields.email === one.email)),
    );
  const holdings = (one: Held) => {
    const contacts = contactsOf(one).length;
    const none = { consents: 0, suppressions: 0, tasks: 0, notes: 0, imports: 0, exports: 0, importRows: 0 };
    return { contacts, events: contacts * 5, ...none };
  };

  function shown(one: Held) {
    const answered = one.state === "ANSWERED";
    return {
      ...one,
      urgency: urgencyOf(one),
      personLabel: one.forgotten
        ? "An erased person"
        : (one.name ?? one.email ?? one.phone ?? "A contact without a name"),
      assignee: nameOf(one.assigneeId),
      answering: false,
      holdings: answered ? holdings(one) : null,
      positions: [],
      hashes: ["3f1c9a0d"],
      fileSize: answered && one.kind === "ACCESS" ? 48_213 : null,
      fileExpiresAt: answered && one.kind === "ACCESS" ? inDays(30) : null,
      hasProof: answered && one.kind === "ERASURE",
      version: one.steps.length,
    };
  }

  function matches(one: Held, filter: Filter): boolean {
    const unsettled = one.settledAt === null;
    const words = `${one.name ?? ""} ${one.email ?? ""} ${one.phone ?? ""}`.toLowerCase();
    return (
      (filter.kind ?? one.kind) === one.kind &&
      (filter.state === "UNSETTLED" ? unsettled : (filter.state ?? one.state) === one.state) &&
      (filter.urgency ?? urgencyOf(one)) === urgencyOf(one) &&
      (filter.assigneeId ?? one.assigneeId) === one.assigneeId &&
      (!filter.contactId || contactsOf(one).some(({ id }) => id === filter.contactId)) &&
      words.includes((filter.q ?? "").trim().toLowerCase())
    );
  }

  const refused = (code: string, field: string | null, message: string) => ({
    requestId: null,
    ...refusal(code, field, message),
  });
  const done = (one: Held) => ({ requestId: one.id, position: ++world.position, userErrors: [] });
  /** A change of a request that is not settled. */
  function change(id: string, act: (one: Held) => ReturnType<typeof refused> | null) {
    const one = find(id);
    if (one === undefined) return refused("NOT_FOUND", null, "There is no such request.");
    if (one.state === "ANSWERED") return refused("REQUEST_ANSWERED", null, "This request was answered.");
    if (one.state === "REFUSED") return refused("REQUEST_REFUSED", null, "This request was refused.");
    return act(one) ?? done(one);
  }
  const noReason = () =>
    refused("REQUEST_REASON_MISSING", "why", "Say why: the reason is kept, and the person must be told it.");

  return {
    privacyRequests: (args: PageArgs) => {
      const rank = (one: Held) => (one.settledAt === null ? one.dueAt : `9${one.settledAt}`);
      const rows = all().filter((one) => matches(one, (args.filter ?? {}) as Filter));
      return connection(
        rows.toSorted((a, b) => rank(a).localeCompare(rank(b))),
        args,
        shown,
      );
    },
    privacyRequest: ({ id }: { id: string }) => {
      const one = find(id);
      return one === undefined ? null : shown(one);
    },
    privacyRequestSteps: ({ id }: { id: string }) => find(id)?.steps ?? [],
    privacyRequestWaitsFor: () => [],
    privacyRequestFound: ({ id }: { id: string }) => {
      const one = find(id);
      if (one === undefined) return null;
      const contacts = contactsOf(one).map((row) => ({
        id: row.id,
        label: String(row.fields.full_name ?? row.fields.email ?? "A contact without a name"),
      }));
      return { holdings: holdings(one), contacts };
    },
    privacyRequestsWaiting: () => {
      const waiting = all().filter(({ settledAt }) => settledAt === null);
      const of = (urgency: string) => waiting.filter((one) => urgencyOf(one) === urgency).length;
      return { unsettled: waiting.length, soon: of("SOON"), overdue: of("OVERDUE") };
    },
    privacyRequestReceive: ({ input }: { input: ReceiveInput }) => {
      if (!input.email && !input.phone && !input.contactId) {
        const message = "Name the person by an email, a phone number, or one of the contacts.";
        return refused("REQUEST_PERSON_MISSING", "email", message);
      }
      const one = taken(world, user.name, input);
      held.push(one);
      return done(one);
    },
    privacyRequestAssign: ({ input }: { input: { id: string; assigneeId?: string | null } }) =>
      change(input.id, (one) => {
        one.assigneeId = input.assigneeId ?? null;
        const name = nameOf(one.assigneeId);
        step(world, one, user.name, name === null ? "Given to nobody" : `Given to ${name}`);
        return null;
      }),
    privacyRequestBegin: ({ input }: { input: { id: string } }) =>
      change(input.id, (one) => {
        if (one.state === "OPEN") step(world, one, user.name, "Begun");
        one.state = "IN_PROGRESS";
        return null;
      }),
    privacyRequestExtend: ({ input }: { input: { id: string; why: string } }) =>
      change(input.id, (one) => {
        if (input.why.trim() === "") return noReason();
        if (one.extended)
          return refused("REQUEST_EXTENDED", null, "The time to answer was extended already. It can be extended once.");
        const due = new Date(one.receivedAt);
        due.setUTCMonth(due.getUTCMonth() + 3);
        Object.assign(one, { extended: true, extensionWhy: input.why.trim(), dueAt: due.toISOString() });
        step(world, one, user.name, `Time extended to ${dayOf(one.dueAt)}`, input.why.trim());
        return null;
      }),
    privacyRequestAnswer: ({ input }: { input: { id: string; confirm?: boolean } }) =>
      change(input.id, (one) => {
        if (one.kind === "ERASURE" && input.confirm !== true) {
          const message = "Erasing cannot be undone. Set confirm to true to go ahead.";
          return refused("CONFIRM_ERASURE", "confirm", message);
        }
        const now = new Date().toISOString();
        step(world, one, user.name, "Answer started");
        Object.assign(one, { state: "ANSWERED", settledAt: now, answeredBy: user.name });
        step(world, one, user.name, "Answered");
        if (one.kind === "ERASURE") {
          for (const contact of contactsOf(one)) contact.erased = true;
          Object.assign(one, { forgotten: true, name: null, email: null, phone: null, note: null, identity: null });
        }
        return null;
      }),
    privacyRequestRefuse: ({ input }: { input: { id: string; why: string } }) =>
      change(input.id, (one) => {
        if (input.why.trim() === "") return noReason();
        Object.assign(one, { state: "REFUSED", settledAt: new Date().toISOString(), refusal: input.why.trim() });
        step(world, one, user.name, "Refused", input.why.trim());
        return null;
      }),
  };
}
