/** Rules of retention and legal holds in the mock: set, dry-run, run, placed and lifted as one likes; nothing is deleted. */
import { randomUUID } from "node:crypto";
import { refusal } from "./people.ts";
import { scopeOf } from "./policy.ts";
import type { MockUser, World } from "./world.ts";

type Unit = "DAYS" | "MONTHS" | "YEARS";
interface Keep {
  count: number | null;
  unit: Unit | null;
}

const shown = ({ count, unit }: Keep) => {
  const words = unit?.toLowerCase() ?? "";
  if (count === null) return { count, unit, label: "forever" };
  return { count, unit, label: `${count} ${count === 1 ? words.slice(0, -1) : words}` };
};
const days = (count: number): Keep => ({ count, unit: "DAYS" });
const FOREVER: Keep = { count: null, unit: null };
const LENGTH: Record<Unit, number> = { DAYS: 1, MONTHS: 30, YEARS: 365 };
const length = ({ count, unit }: Keep) =>
  count === null || unit === null ? Number.POSITIVE_INFINITY : count * LENGTH[unit];

/** Kind, label, what it deletes, and what holds until somebody sets a rule. */
const KINDS: [string, string, string, Keep][] = [
  ["INACTIVE_CONTACTS", "Contacts without activity", "Erases people about whom nothing was recorded.", FOREVER],
  ["ARCHIVED_CONTACTS", "Archived contacts", "Erases people in the archive, counted from the last change.", FOREVER],
  ["REPLIES", "Replies", "Deletes who wrote a reply and what they wrote.", { count: 3, unit: "YEARS" }],
  ["IMPORT_FILES", "Import files", "Deletes uploaded files and reject files. Imported records stay.", FOREVER],
  ["EXPORT_FILES", "Export files", "Deletes files that exports wrote.", days(7)],
  ["TEST_MAILBOX", "Test mailbox", "Deletes mail kept in the test mailbox.", days(14)],
  ["SIGN_INS", "Sign-ins", "Forgets address and browser of sign-ins that have ended.", days(30)],
  ["FINISHED_JOBS", "Finished jobs", "Forgets jobs that are done or cancelled.", days(30)],
];

interface Rule extends Keep {
  changedAt: string;
  changedBy: string;
  note: string | null;
}
interface Hold {
  id: string;
  scope: "CONTACT" | "ACCOUNT" | "DATA";
  recordId: string | null;
  data: string | null;
  label: string;
  reason: string;
  reference: string | null;
  since: string;
  placedBy: string;
  standing: boolean;
  liftedAt: string | null;
  liftedBy: string | null;
  liftReason: string | null;
  erased: boolean;
  version: number;
}

const rules = new Map<string, Rule>();
const changes: object[] = [];
const runs: object[] = [];
const dryRuns = new Map<string, { kind: string; keep: Keep; found: object }>();
const holds: Hold[] = [];

interface PlaceInput {
  over: { contactId?: string; accountId?: string; data?: string };
  reason: string;
  reference?: string | null;
}
interface Asked {
  filter?: { standing?: boolean | null; scope?: string | null; reference?: string | null } | null;
}

export function retentionResolvers(world: World, user: MockUser, nameOf: (id: string) => string | undefined) {
  const sees = scopeOf(user.role, "RETENTION_VIEW") !== "NONE";
  const now = () => new Date().toISOString();
  const keepOf = (kind: string): Keep => rules.get(kind) ?? KINDS.find(([one]) => one === kind)?.[3] ?? FOREVER;
  const label = (kind: string) => KINDS.find(([one]) => one === kind)?.[1] ?? kind;
  const held = (data: string | null) => holds.some((hold) => hold.standing && hold.data === data);
  const done = () => {
    world.position += 1;
    return { position: world.position, userErrors: [] };
  };
  return {
    retentionRules: () =>
      !sees
        ? []
        : KINDS.map(([kind, name, deletes, builtIn]) => ({
            kind,
            label: name,
            deletes,
            keep: shown(keepOf(kind)),
            builtIn: shown(builtIn),
            mayBeForever: builtIn.count === null,
            onHold: held(kind.endsWith("CONTACTS") ? "CONTACTS" : kind),
            changedAt: rules.get(kind)?.changedAt ?? null,
            changedBy: rules.get(kind)?.changedBy ?? null,
            note: rules.get(kind)?.note ?? null,
          })),
    retentionRuleChanges: () => (sees ? changes.toReversed() : []),
    retentionRuns: () => (sees ? runs.toReversed() : []),
    retentionDryRun: ({ id }: { id: string }) => (sees ? (dryRuns.get(id)?.found ?? null) : null),
    retentionDryRunStart: ({ kind, keep }: { kind: string; keep: Keep }) => {
      const id = randomUUID();
      const found = {
        ...{ id, kind, keep: shown(keep), endedAt: now(), askedBy: user.name },
        ...{ dueNow: 3, dueIn30Days: 2, dueIn90Days: 5, held: 0, items: [], heldItems: [] },
      };
      dryRuns.set(id, { kind, keep, found });
      return { jobId: id, userErrors: [] };
    },
    retentionRuleSet: ({ input }: { input: { kind: string; keep: Keep; dryRunId?: string; note?: string } }) => {
      const { kind, note } = input;
      const keep: Keep = { count: input.keep.count ?? null, unit: input.keep.unit ?? null };
      const previous = keepOf(kind);
      const looked = dryRuns.get(input.dryRunId ?? "");
      const same = looked?.kind === kind && length(looked.keep) === length(keep);
      if (length(keep) < length(previous) && !same) {
        const message = "This rule deletes more than the one in force. Make a dry run of it first.";
        return refusal("RETENTION_DRY_RUN_NEEDED", "dryRun", message);
      }
      rules.set(kind, { ...keep, changedAt: now(), changedBy: user.name, note: note ?? null });
      const answer = done();
      changes.push({
        ...{ position: answer.position, kind, label: label(kind), keep: shown(keep), previous: shown(previous) },
        ...{ dryRunId: input.dryRunId ?? null, note: note ?? null, at: now(), actorName: user.name },
      });
      return answer;
    },
    retentionRunNow: () => {
      const id = randomUUID();
      const at = now();
      runs.push({ id, beganAt: at, endedAt: at, askedBy: user.name, cancelled: false, deleted: 0, held: 0, kinds: [] });
      return { jobId: id, userErrors: [] };
    },
    legalHolds: ({ filter }: Asked) => {
      const wanted = (hold: Hold) =>
        (typeof filter?.standing !== "boolean" || hold.standing === filter.standing) &&
        (!filter?.scope || hold.scope === filter.scope) &&
        (!filter?.reference || hold.reference?.toLowerCase().startsWith(filter.reference.toLowerCase()) === true);
      const found = sees ? holds.filter(wanted).toReversed() : [];
      return {
        edges: found.map((node) => ({ cursor: node.id, node })),
        pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null },
        totalCount: found.length,
        stale: false,
      };
    },
    legalHold: ({ id }: { id: string }) => (sees ? (holds.find((hold) => hold.id === id) ?? null) : null),
    legalHoldsOf: ({ id }: { id: string }) => (sees ? holds.filter((hold) => hold.recordId === id).toReversed() : []),
    legalHoldPlace: ({ input }: { input: PlaceInput }) => {
      const { contactId, accountId, data } = input.over;
      const reason = input.reason.trim();
      if (reason === "") {
        return refusal(
          "LEGAL_HOLD_REASON_MISSING",
          "reason",
          "Say why it is held: who looks at it later must be able to tell.",
        );
      }
      const recordId = contactId ?? accountId ?? null;
      const id = randomUUID();
      holds.push({
        ...{ id, recordId, data: data ?? null, reason, reference: input.reference ?? null, since: now() },
        scope: contactId ? "CONTACT" : accountId ? "ACCOUNT" : "DATA",
        label: (recordId === null ? undefined : nameOf(recordId)) ?? data ?? "A nameless record",
        ...{ placedBy: user.name, standing: true, liftedAt: null, liftedBy: null, liftReason: null },
        ...{ erased: false, version: 1 },
      });
      return { id, ...done() };
    },
    legalHoldLift: ({ id, reason }: { id: string; reason: string }) => {
      const hold = holds.find((one) => one.id === id);
      if (hold === undefined) return refusal("NOT_FOUND", null, "There is no such legal hold.");
      Object.assign(hold, { standing: false, liftedAt: now(), liftedBy: user.name, liftReason: reason, version: 2 });
      return { id, ...done() };
    },
  };
}
