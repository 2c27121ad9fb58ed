/** Consents of the mock: statements about a few contacts, what counts of them, and the rules by country. Files are not kept. */
import { randomUUID } from "node:crypto";
import { connection, type PageArgs } from "./connection.ts";
import { consentRuleResolvers, presetOf } from "./consent-rules.ts";
import { refusal } from "./people.ts";
import { scopeOf } from "./policy.ts";
import type { MockRecord, MockUser, World } from "./world.ts";

const CHANNELS = ["EMAIL", "PHONE"] as const;
type Channel = (typeof CHANNELS)[number];

const LABELS = {
  CONSENT: "Consent",
  LEGITIMATE_INTEREST: "Legitimate interest",
  CONTRACT: "Contract",
  NONE: "No basis",
  WITHDRAWN: "Withdrawn",
} as const;
type Standing = keyof typeof LABELS;

interface Proof {
  wording?: string | null;
  reference?: string | null;
  url?: string | null;
  ip?: string | null;
}

interface Said extends Proof {
  id: string;
  contactId: string;
  channel: Channel;
  standing: Standing;
  givenAt: string;
  origin: string;
  note?: string | null;
  fileName: string | null;
  fileSize: number | null;
  recordedAt: string;
  recordedBy: string;
  takenBackAt: string | null;
  takenBackBy: string | null;
  takenBackWhy: string | null;
}

interface RecordInput extends Proof {
  contactId: string;
  channels: Channel[];
  basis: "CONSENT" | "LEGITIMATE_INTEREST" | "CONTRACT";
  at?: string | null;
  origin: string;
}

interface WithdrawInput {
  contactId: string;
  channels: Channel[];
  at?: string | null;
  origin: string;
  note?: string | null;
}

interface Filter {
  contactId?: string | null;
  channel?: Channel | null;
  standing?: Standing | null;
  state?: string | null;
  proven?: boolean | null;
  q?: string | null;
  from?: string | null;
  to?: string | null;
}

/** Oldest first. */
const said: Said[] = [];
const seeded = new WeakSet<World>();

const DAY = 86_400_000;
const before = (days: number) => new Date(Date.now() - days * DAY).toISOString();

function statement(contactId: string, channel: Channel, standing: Standing, by: string, more: Partial<Said>): Said {
  const now = new Date().toISOString();
  return {
    id: randomUUID(),
    contactId,
    channel,
    standing,
    givenAt: now,
    origin: "",
    fileName: null,
    fileSize: null,
    recordedAt: now,
    recordedBy: by,
    takenBackAt: null,
    takenBackBy: null,
    takenBackWhy: null,
    ...more,
  };
}

/** A few of the first contacts have said something. */
function seed(world: World): void {
  if (seeded.has(world)) return;
  seeded.add(world);
  const samples: [number, Channel, Standing, number, Partial<Said>][] = [
    [0, "EMAIL", "CONSENT", 40, { origin: "Newsletter form", wording: "Yes, write to me.", ip: "192.0.2.7" }],
    [0, "EMAIL", "WITHDRAWN", 6, { origin: "By the link in the newsletter" }],
    [1, "EMAIL", "CONSENT", 31, { origin: "Trade show in Hanover", reference: "Card 17 of 84" }],
    [1, "PHONE", "CONSENT", 31, { origin: "Trade show in Hanover", reference: "Card 17 of 84" }],
    [2, "PHONE", "LEGITIMATE_INTEREST", 20, { origin: "Asked for an offer by telephone" }],
    [3, "EMAIL", "CONTRACT", 12, { origin: "Framework agreement", reference: "Order 5512" }],
  ];
  for (const [index, channel, standing, days, more] of samples) {
    const contact = world.contacts[index];
    if (contact === undefined) continue;
    const at = before(days);
    said.push(statement(contact.id, channel, standing, "Idris Okonjo", { givenAt: at, recordedAt: at, ...more }));
  }
}

const held = (one: Said, at: string | null) =>
  (at === null || one.recordedAt <= at) && (one.takenBackAt === null || (at !== null && one.takenBackAt > at));

const current = (contactId: string, channel: Channel, at: string | null) =>
  said.findLast((one) => one.contactId === contactId && one.channel === channel && held(one, at));

/** How it stands with a contact and a channel, and what says so. */
function stands(contact: MockRecord, channel: Channel, at: string | null) {
  const last = current(contact.id, channel, at);
  if (last !== undefined) return { standing: last.standing, why: "STATEMENT", statementId: last.id };
  const basis = contact.fields.consent_basis;
  if (typeof basis === "string") {
    const named = basis.toUpperCase().replaceAll(" ", "_");
    return { standing: named in LABELS ? (named as Standing) : "NONE", why: "RECORD", statementId: null };
  }
  const { preset, country, name } = presetOf(contact.fields.country, channel);
  return {
    standing: preset === "LEGITIMATE_INTEREST" ? "LEGITIMATE_INTEREST" : "NONE",
    why: country === null ? "OTHER_COUNTRIES" : "COUNTRY",
    statementId: null,
    country,
    countryName: name,
  } as const;
}

/** The fields of a contact that tell of its consent. */
export function consentFields(contact: MockRecord): Record<string, string> {
  const word = (channel: Channel) => stands(contact, channel, null).standing.toLowerCase();
  return { email_consent: word("EMAIL"), phone_consent: word("PHONE") };
}

/** Keeps the name and the size of what was uploaded as a proof. */
export function attachProof(statementId: string, fileName: string, body: string): void {
  const one = said.find(({ id }) => id === statementId);
  if (one !== undefined) Object.assign(one, { fileName, fileSize: body.length });
}

export function consentResolvers(world: World, user: MockUser) {
  seed(world);
  const sees = scopeOf(user.role, "CONSENTS_VIEW") === "ALL";
  const contactOf = (id: string) => world.contacts.find((contact) => contact.id === id);

  function shown(one: Said) {
    const contact = contactOf(one.contactId);
    const account = world.accounts.find(({ id }) => id === contact?.accountId);
    const erased = contact?.erased ?? true;
    const counts = current(one.contactId, one.channel, null) === one;
    const words = { origin: null, wording: null, reference: null, url: null, ip: null, note: null };
    return {
      ...one,
      ...(erased ? { ...words, fileName: null, fileSize: null, takenBackWhy: null } : {}),
      personId: one.contactId,
      contactLabel: erased ? "An erased person" : String(contact?.fields.full_name ?? contact?.fields.email ?? ""),
      contactEmail: contact?.fields.email ?? null,
      accountName: account?.fields.name ?? null,
      country: contact?.fields.country ?? null,
      standingLabel: LABELS[one.standing],
      state: one.takenBackAt !== null ? "TAKEN_BACK" : counts ? "COUNTS" : "SUPERSEDED",
      source: "ui",
      erased,
      version: 1,
    };
  }

  function matches(row: ReturnType<typeof shown>, filter: Filter): boolean {
    const words = (filter.q ?? "").toLowerCase().split(/\s+/).filter(Boolean);
    const hay = `${row.contactLabel} ${String(row.contactEmail ?? "")}`.toLowerCase();
    const proven = [row.wording, row.reference, row.url, row.fileName].some(Boolean);
    return (
      [filter.contactId ?? row.contactId, filter.channel ?? row.channel].join() ===
        [row.contactId, row.channel].join() &&
      (filter.standing ?? row.standing) === row.standing &&
      (filter.state ?? row.state) === row.state &&
      (filter.proven ?? proven) === proven &&
      row.recordedAt >= (filter.from ?? "") &&
      row.recordedAt < (filter.to ?? "9") &&
      words.every((word) => hay.includes(word))
    );
  }

  const nothing = { statementIds: [], suppressed: 0 };
  const refused = (code: string, field: string | null, message: string) => ({
    ...nothing,
    ...refusal(code, field, message),
  });
  const done = (ids: string[], suppressed = 0) => ({
    statementIds: ids,
    suppressed,
    position: ++world.position,
    userErrors: [],
  });
  const missing = () => refused("NOT_FOUND", null, "There is no contact with this id.");

  /** What is wrong with what was typed, if anything is. */
  function wrong({ contactId, channels, origin }: RecordInput | WithdrawInput) {
    if (contactOf(contactId) === undefined) return missing();
    if (channels.length === 0) return refused("CONSENT_CHANNEL_MISSING", "channels", "Choose email, calls or both.");
    if (origin.trim() === "")
      return refused("CONSENT_SOURCE_MISSING", "origin", "Say where it comes from: a form, a trade show, a call.");
    return null;
  }

  return {
    ...consentRuleResolvers(world, user),
    consents: (args: PageArgs) => {
      const rows = sees ? said.toReversed().map(shown) : [];
      return connection(
        rows.filter((row) => matches(row, (args.filter ?? {}) as Filter)),
        args,
        (row) => row,
      );
    },
    consent: ({ id }: { id: string }) => {
      const one = said.find((other) => other.id === id);
      return sees && one !== undefined ? shown(one) : null;
    },
    contactConsent: ({ contactId, at = null }: { contactId: string; at?: string | null }) => {
      const contact = contactOf(contactId);
      if (!sees || contact === undefined || contact.erased) return null;
      const channels = CHANNELS.map((channel) => {
        const found = stands(contact, channel, at);
        const permits = found.standing !== "NONE" && found.standing !== "WITHDRAWN";
        return { channel, ...found, standingLabel: LABELS[found.standing], permits };
      });
      const all = said.filter((one) => one.contactId === contactId && (at === null || one.recordedAt <= at));
      return { channels, statements: all.toReversed().map(shown) };
    },
    consentRecord: ({ input }: { input: RecordInput }) => {
      const problem = wrong(input);
      if (problem !== null) return problem;
      if (input.basis === "CONSENT" && ![input.wording, input.reference, input.url].some(Boolean)) {
        const message =
          "Consent must be provable. Give the text that was shown, or a proof: a reference, a link or a file.";
        return refused("CONSENT_PROOF_MISSING", "wording", message);
      }
      const { contactId, channels, basis, at, origin, wording, reference, url, ip } = input;
      const givenAt = at ?? new Date().toISOString();
      for (const channel of channels) {
        const last = current(contactId, channel, null);
        if (last?.standing !== "WITHDRAWN") continue;
        const day = last.givenAt.slice(0, 10);
        if (basis === "LEGITIMATE_INTEREST") {
          const message = `They withdrew on ${day}. Only a consent or contract of their own, given after that, can stand against it.`;
          return refused("CONSENT_WITHDRAWN", "basis", message);
        }
        if (givenAt <= last.givenAt) {
          const message = `They withdrew on ${day}, which is later. What was given before does not count any more.`;
          return refused("CONSENT_OLDER_THAN_WITHDRAWAL", "at", message);
        }
      }
      const more = { givenAt, origin: origin.trim(), wording, reference, url, ip };
      const made = channels.map((channel) => statement(contactId, channel, basis, user.name, more));
      said.push(...made);
      return done(made.map(({ id }) => id));
    },
    consentWithdraw: ({ input }: { input: WithdrawInput }) => {
      const problem = wrong(input);
      if (problem !== null) return problem;
      const { contactId, channels, at, origin, note } = input;
      const more = { givenAt: at ?? new Date().toISOString(), origin: origin.trim(), note };
      const ids = channels.map((channel) => {
        const last = current(contactId, channel, null);
        if (last?.standing === "WITHDRAWN") return last.id;
        const made = statement(contactId, channel, "WITHDRAWN", user.name, more);
        said.push(made);
        return made.id;
      });
      const fields = contactOf(contactId)?.fields ?? {};
      const keys = channels.flatMap((channel) => (channel === "EMAIL" ? ["email"] : ["direct_phone", "mobile_phone"]));
      return done(ids, keys.filter((key) => Boolean(fields[key])).length);
    },
    consentTakeBack: ({ input }: { input: { contactId: string; statementId: string; why: string } }) => {
      const one = said.find(({ id, contactId }) => id === input.statementId && contactId === input.contactId);
      if (one === undefined) return missing();
      if (input.why.trim() === "") {
        const message = "Say why it is taken back: the reason is kept beside it.";
        return refused("CONSENT_REASON_MISSING", "why", message);
      }
      if (one.takenBackAt === null) {
        one.takenBackAt = new Date().toISOString();
        one.takenBackBy = user.name;
        one.takenBackWhy = input.why.trim();
      }
      return done([one.id]);
    },
  };
}
