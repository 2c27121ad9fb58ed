/** Phone look-ups of the mock: answers made up by the number, a run that works by the clock. Nobody is asked. */
import { randomUUID } from "node:crypto";
import { connection, type PageArgs } from "./connection.ts";
import { refusal } from "./people.ts";
import type { Fields, MockRecord, World } from "./world.ts";

/** Contacts a second. */
const RATE = 40;
const LINES = [
  ["mobile", "Mobile"],
  ["fixed_line", "Fixed line"],
  ["mobile", "Mobile"],
  ["voip", "VoIP"],
] as const;
const CARRIER = "Test carrier (made up)";

interface Looked {
  id: string;
  outcome: string;
  line: (typeof LINES)[number] | null;
  changed: boolean;
}

interface StartInput {
  ids?: string[] | null;
  filter?: Record<string, unknown> | null;
  except?: string[] | null;
  accounts?: Record<string, unknown> | null;
  which: "MOBILE_PHONE" | "DIRECT_PHONE" | "MAIN_PHONE";
  again?: boolean;
  expected?: number | null;
}

interface Run {
  id: string;
  contacts: MockRecord[];
  looked: Looked[];
  which: StartInput["which"];
  byIds: boolean;
  expected: number | null;
  importId: string | null;
  again: boolean;
  startedAt: number;
  finishedAt: string | null;
  cancelled: boolean;
  createdBy: string;
}

type Of = "CONTACT" | "ACCOUNT";
type Write = (entity: Of, record: MockRecord, changes: Fields, source: string) => unknown;

const entityOf = (which: StartInput["which"]): Of => (which === "MAIN_PHONE" ? "ACCOUNT" : "CONTACT");

/** The latest first. */
const runs: Run[] = [];

function look(run: Run, contact: MockRecord, write: Write): Looked {
  const none = { id: contact.id, line: null, changed: false };
  const key = run.which.toLowerCase();
  const number = contact.fields[key];
  if (contact.archived || contact.erased) return { ...none, outcome: "refused" };
  if (typeof number !== "string" || number === "") return { ...none, outcome: "no_phone" };
  const line = LINES[Number(number.replaceAll(/\D/g, "").slice(-2)) % 5];
  const changes = {
    [`${key}_carrier`]: line === undefined ? null : CARRIER,
    [`${key}_carrier_line`]: line?.[0] ?? "not_found",
    [`${key}_looked_up_at`]: new Date().toISOString(),
  };
  write(entityOf(run.which), contact, changes, `verification:${run.id}`);
  return { id: contact.id, outcome: line?.[0] ?? "not_found", line: line ?? null, changed: true };
}

/** Looks at those whose time has come. */
function work(run: Run, write: Write): void {
  if (run.finishedAt !== null) return;
  const due = Math.min(run.contacts.length, Math.floor(((Date.now() - run.startedAt) / 1000) * RATE));
  if (!run.cancelled)
    for (const contact of run.contacts.slice(run.looked.length, due)) run.looked.push(look(run, contact, write));
  if (run.cancelled || run.looked.length === run.contacts.length) run.finishedAt = new Date().toISOString();
}

export function phoneLookupResolvers(
  world: World,
  viewer: string,
  /** The records that a list with this filter shows. */
  matching: (entity: Of, filter: Record<string, unknown>) => MockRecord[],
  write: Write,
) {
  const find = (id: string) => {
    const run = runs.find((other) => other.id === id);
    if (run !== undefined) work(run, write);
    return run;
  };

  function shown(run: Run) {
    const done = run.looked.length;
    const total = run.contacts.length;
    const of = (outcome: string) => run.looked.filter((one) => one.outcome === outcome).length;
    const lines = [...new Map(LINES)].map(([code, label]) => ({ code, label, count: of(code) }));
    return {
      ...run,
      state: run.cancelled ? "CANCELLED" : run.finishedAt !== null ? "COMPLETED" : done === 0 ? "ASKED" : "RUNNING",
      provider: "TEST",
      counts: {
        mobile: of("mobile"),
        fixedLine: of("fixed_line"),
        notFound: of("not_found"),
        voip: of("voip"),
        other: 0,
        notValid: 0,
        noPhone: of("no_phone"),
        refused: of("refused"),
        notRun: run.finishedAt === null ? 0 : total - done,
        known: 0,
        changed: run.looked.filter(({ changed }) => changed).length,
        done,
      },
      lines: lines.filter(({ count }) => count > 0).toSorted((a, b) => b.count - a.count),
      createdAt: new Date(run.startedAt).toISOString(),
      error: null,
      progress:
        run.finishedAt === null
          ? { done, total, rate: RATE, etaSeconds: Math.ceil((total - done) / RATE), phase: "Looking up" }
          : null,
    };
  }

  return {
    phoneAssessment: ({ number }: { number: string }) => assessed(number),
    phoneLookupSettings: () => ({ provider: "TEST", perMinute: 120, keptDays: 90 }),
    phoneLookups: (args: PageArgs & { importId?: string | null }) => {
      for (const run of runs) work(run, write);
      return connection(
        runs.filter((run) => (args.importId ?? run.importId) === run.importId),
        args,
        shown,
      );
    },
    phoneLookup: ({ id }: { id: string }) => {
      const run = find(id);
      return run === undefined ? null : shown(run);
    },
    phoneLookupContacts: ({ id, outcome, ...args }: PageArgs & { id: string; outcome?: string | null }) => {
      const wanted = outcome?.toLowerCase();
      const run = find(id);
      const rows = (run?.looked ?? []).filter((one) => (wanted ?? one.outcome) === one.outcome);
      const key = (run?.which ?? "MOBILE_PHONE").toLowerCase();
      return connection(rows, args, (one) => {
        const ofAccount = run?.which === "MAIN_PHONE";
        const records = ofAccount ? world.accounts : world.contacts;
        const fields = records.find((record) => record.id === one.id)?.fields;
        return {
          contactId: ofAccount ? null : one.id,
          accountId: ofAccount ? one.id : null,
          name: (ofAccount ? fields?.name : fields?.full_name) ?? null,
          phone: fields?.[key] ?? null,
          carrier: fields?.[`${key}_carrier`] ?? null,
          outcome: one.outcome.toUpperCase(),
          line: one.line?.[0] ?? null,
          lineLabel: one.line?.[1] ?? null,
          changed: one.changed,
        };
      });
    },
    phoneLookupStart: ({ input }: { input: StartInput }) => {
      const { ids, filter, accounts, except, which } = input;
      const entity = entityOf(which);
      const records = entity === "ACCOUNT" ? world.accounts : world.contacts;
      const asked = (entity === "ACCOUNT" ? accounts : filter) ?? {};
      if (ids?.length === 0) {
        const message = "Nothing is chosen. Choose at least one contact or account.";
        return { id: null, lookup: null, ...refusal("PHONE_LOOKUP_NOTHING_SELECTED", null, message) };
      }
      const all = ids ? records.filter(({ id }) => ids.includes(id)) : matching(entity, asked);
      const importId = asked.importId;
      const run: Run = {
        id: randomUUID(),
        // Which contacts an import made the mock does not know: some of them stand for all.
        contacts: (importId ? all.slice(0, 40) : all).filter(({ id }) => !(except ?? []).includes(id)),
        looked: [],
        which,
        byIds: Boolean(ids),
        expected: input.expected ?? null,
        importId: typeof importId === "string" ? importId : null,
        again: input.again ?? false,
        startedAt: Date.now(),
        finishedAt: null,
        cancelled: false,
        createdBy: viewer,
      };
      runs.unshift(run);
      return { id: run.id, lookup: shown(run), position: ++world.position, userErrors: [] };
    },
    phoneLookupCancel: ({ input }: { input: { id: string } }) => {
      const run = find(input.id);
      if (run === undefined) {
        return { lookup: null, ...refusal("NOT_FOUND", null, "There is no phone look-up with this id.") };
      }
      if (run.finishedAt !== null && !run.cancelled) {
        const message = "The look-up has ended already. What it found stands on its page.";
        return { lookup: null, ...refusal("PHONE_LOOKUP_NOT_RUNNING", null, message) };
      }
      run.cancelled = true;
      work(run, write);
      return { lookup: shown(run), position: null, userErrors: [] };
    },
  };
}

/** By their country codes alone: numbers of the mock's world. */
const PLACES: Record<string, [code: string, name: string, zone: string | null]> = {
  "+1": ["US", "United States", null],
  "+44": ["GB", "United Kingdom", "Europe/London"],
  "+45": ["DK", "Denmark", "Europe/Copenhagen"],
  "+49": ["DE", "Germany", "Europe/Berlin"],
};

function assessed(number: string) {
  const e164 = number.replaceAll(/[^+\d]/g, "");
  const place = Object.entries(PLACES).find(([prefix]) => e164.startsWith(prefix))?.[1];
  return {
    validity: place === undefined ? "INVALID" : "VALID",
    line: "unknown",
    lineLabel: "Unknown",
    country: place?.[0] ?? null,
    countryName: place?.[1] ?? null,
    timeZone: place?.[2] ?? null,
    e164: place === undefined ? null : e164,
  };
}
