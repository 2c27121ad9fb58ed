/** Email verification of the mock: verdicts made up by the contact, a run that works by the clock. Nobody is asked. */
import { randomUUID } from "node:crypto";
import { connection, type PageArgs } from "./connection.ts";
import { refusal } from "./people.ts";
import type { Fields, MockRecord, World } from "./world.ts";

/** Contacts a second. */
const RATE = 40;

/** The status that follows from each reason, and the reason in words. */
const REASONS = {
  accepted: ["valid", "The mail server takes mail for this address."],
  catch_all: ["catch_all", "The mail server takes mail for any address, so it cannot tell."],
  no_mailbox: ["invalid", "The mail server says that there is no such mailbox."],
  mailbox_full: ["risky", "The mailbox is there and full."],
  greylisted: ["unknown", "The mail server wants to be asked again later."],
  disposable_domain: ["disposable", "The address is of a service whose addresses are used once."],
} as const;
type Reason = keyof typeof REASONS;

/** Most are fine, as in life. */
const VERDICTS: Reason[] = [
  "accepted",
  "accepted",
  "catch_all",
  "accepted",
  "no_mailbox",
  "accepted",
  "greylisted",
  "accepted",
  "mailbox_full",
  "disposable_domain",
];
const DESKS = ["info", "sales", "office", "support"];

interface Looked {
  id: string;
  outcome: string;
  reason: Reason | null;
  changed: boolean;
  known: boolean;
}

interface Run {
  id: string;
  contacts: MockRecord[];
  looked: Looked[];
  byIds: boolean;
  expected: number | null;
  importId: string | null;
  again: boolean;
  startedAt: number;
  finishedAt: string | null;
  cancelled: boolean;
  createdBy: string;
}

interface StartInput {
  ids?: string[] | null;
  filter?: Record<string, unknown> | null;
  except?: string[] | null;
  again?: boolean;
  expected?: number | null;
}

type Write = (contact: MockRecord, changes: Fields, source: string) => unknown;

/** The latest first. */
const runs: Run[] = [];

const verdictOf = (email: string): Reason =>
  VERDICTS[[...email].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % VERDICTS.length] ?? "accepted";

function kindOf(email: string): string {
  const [local = "", domain = ""] = email.toLowerCase().split("@");
  return DESKS.includes(local) ? "role" : domain === "gmail.com" ? "free_mail" : "business";
}

function look(run: Run, contact: MockRecord, write: Write): Looked {
  const none = { id: contact.id, reason: null, changed: false, known: false };
  const { email, email_verified_at: before } = contact.fields;
  if (contact.archived || contact.erased) return { ...none, outcome: "refused" };
  if (typeof email !== "string" || email === "") return { ...none, outcome: "no_email" };
  const reason = verdictOf(email);
  const [status] = REASONS[reason];
  const known = !run.again && typeof before === "string";
  if (known) return { id: contact.id, outcome: status, reason, changed: false, known };
  const changes = {
    email_verification_status: status,
    email_verification_reason: reason,
    email_verified_at: new Date().toISOString(),
    email_kind: reason === "disposable_domain" ? "disposable" : kindOf(email),
  };
  write(contact, changes, `verification:${run.id}`);
  return { id: contact.id, outcome: status, reason, changed: true, known };
}

/** Looks at those whose time has come. */
function work(run: Run, write: Write): void {
  if (run.finishedAt !== null) return;
  const due = Math.min(run.contacts.length, Math.floor(((Date.now() - run.startedAt) / 1000) * RATE));
  if (!run.cancelled)
    for (const contact of run.contacts.slice(run.looked.length, due)) run.looked.push(look(run, contact, write));
  if (run.cancelled || run.looked.length === run.contacts.length) run.finishedAt = new Date().toISOString();
}

export function verificationResolvers(
  world: World,
  viewer: string,
  /** The contacts that a list with this filter shows. */
  matching: (filter: Record<string, unknown>) => MockRecord[],
  write: Write,
) {
  const find = (id: string) => {
    const run = runs.find((other) => other.id === id);
    if (run !== undefined) work(run, write);
    return run;
  };
  const many = (run: Run, test: (one: Looked) => boolean) => run.looked.filter(test).length;

  function shown(run: Run) {
    const done = run.looked.length;
    const total = run.contacts.length;
    const of = (outcome: string) => many(run, (one) => one.outcome === outcome);
    const codes = [...new Set(run.looked.flatMap(({ reason }) => reason ?? []))];
    const reasons = codes.map((code) => ({
      code,
      message: REASONS[code][1],
      count: many(run, ({ reason }) => reason === code),
    }));
    return {
      ...run,
      state: run.cancelled ? "CANCELLED" : run.finishedAt !== null ? "COMPLETED" : done === 0 ? "ASKED" : "RUNNING",
      mailboxes: true,
      counts: {
        valid: of("valid"),
        risky: of("risky"),
        invalid: of("invalid"),
        disposable: of("disposable"),
        catchAll: of("catch_all"),
        unknown: of("unknown"),
        noEmail: of("no_email"),
        refused: of("refused"),
        notRun: run.finishedAt === null ? 0 : total - done,
        known: many(run, ({ known }) => known),
        changed: many(run, ({ changed }) => changed),
        done,
      },
      reasons: reasons.toSorted((a, b) => b.count - a.count),
      createdAt: new Date(run.startedAt).toISOString(),
      error: null,
      progress:
        run.finishedAt === null
          ? { done, total, rate: RATE, etaSeconds: Math.ceil((total - done) / RATE), phase: "Verifying" }
          : null,
    };
  }

  function chosen({ ids, filter, except }: StartInput): MockRecord[] {
    const all = ids ? world.contacts.filter(({ id }) => ids.includes(id)) : matching(filter ?? {});
    // Which contacts an import made the mock does not know: some of them stand for all.
    const some = filter?.importId ? all.slice(0, 40) : all;
    return some.filter(({ id }) => !(except ?? []).includes(id));
  }

  return {
    emailVerificationSettings: () => ({ mailboxes: true, perMinute: 60, hostBudget: 2000 }),
    emailVerifications: (args: PageArgs & { importId?: string | null }) => {
      for (const run of runs) work(run, write);
      return connection(
        runs.filter((run) => (args.importId ?? run.importId) === run.importId),
        args,
        shown,
      );
    },
    emailVerification: ({ id }: { id: string }) => {
      const run = find(id);
      return run === undefined ? null : shown(run);
    },
    emailVerificationContacts: ({ id, outcome, ...args }: PageArgs & { id: string; outcome?: string | null }) => {
      const wanted = outcome?.toLowerCase();
      const rows = (find(id)?.looked ?? []).filter((one) => (wanted ?? one.outcome) === one.outcome);
      return connection(rows, args, (one) => {
        const fields = world.contacts.find((contact) => contact.id === one.id)?.fields;
        return {
          contactId: one.id,
          name: fields?.full_name ?? null,
          email: fields?.email ?? null,
          outcome: one.outcome.toUpperCase(),
          reason: one.reason,
          message: one.reason === null ? null : REASONS[one.reason][1],
          changed: one.changed,
        };
      });
    },
    emailVerificationStart: ({ input }: { input: StartInput }) => {
      if (input.ids?.length === 0) {
        const message = "No contacts are chosen. Choose at least one.";
        return { id: null, verification: null, ...refusal("EMAIL_VERIFICATION_NOTHING_SELECTED", null, message) };
      }
      const importId = input.filter?.importId;
      const run: Run = {
        id: randomUUID(),
        contacts: chosen(input),
        looked: [],
        byIds: Boolean(input.ids),
        expected: input.expected ?? null,
        importId: typeof importId === "string" ? importId : null,
        again: input.again ?? false,
        startedAt: Date.now(),
        finishedAt: null,
        cancelled: false,
        createdBy: viewer,
      };
      runs.unshift(run);
      return { id: run.id, verification: shown(run), position: ++world.position, userErrors: [] };
    },
    emailVerificationCancel: ({ input }: { input: { id: string } }) => {
      const run = find(input.id);
      if (run === undefined) {
        const message = "There is no email verification with this id.";
        return { verification: null, ...refusal("NOT_FOUND", null, message) };
      }
      if (run.finishedAt !== null && !run.cancelled) {
        const message = "The verification has ended already. What it found stands on its page.";
        return { verification: null, ...refusal("EMAIL_VERIFICATION_NOT_RUNNING", null, message) };
      }
      run.cancelled = true;
      work(run, write);
      return { verification: shown(run), position: null, userErrors: [] };
    },
  };
}
