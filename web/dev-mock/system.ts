/** The System page's data in the mock: one read model of each state, and the imports as jobs. */
import { imports, view } from "./imports.ts";

const head = 184_220;

const projection = (name: string, more: Record<string, unknown> = {}) => ({
  name,
  version: 1,
  state: "LIVE",
  position: head,
  headPosition: head,
  lagEvents: 0,
  lagSeconds: 0,
  error: null,
  failedPosition: null,
  failedEventType: null,
  parkedEvents: 0,
  updatedAt: new Date().toISOString(),
  rebuild: null,
  ...more,
});

export const projections = [
  projection("contacts"),
  projection("accounts", { state: "CATCHING_UP", position: head - 1204, lagEvents: 1204, lagSeconds: 3.2 }),
  projection("field_history", {
    state: "REBUILDING",
    version: 2,
    position: 92_000,
    lagEvents: 92_220,
    rebuild: { done: 92_000, total: head, rate: 24_000, etaSeconds: 4, phase: "Reading" },
  }),
  projection("imports", {
    state: "STOPPED",
    position: 101_877,
    lagEvents: 82_343,
    lagSeconds: 900,
    error: "ImportCompleted: missing field `outcomes` at line 1 column 88",
    failedPosition: 101_878,
    failedEventType: "ImportCompleted",
    parkedEvents: 1,
  }),
];

const named = (input: { name: string }) => {
  const found = projections.find((other) => other.name === input.name);
  if (found !== undefined) Object.assign(found, projection(input.name));
  return { projection: found, userErrors: [] };
};

function jobs() {
  const running = imports
    .map(view)
    .filter((one) => one.startedAt !== null)
    .map((one) => ({
      id: one.id,
      kind: "import.run",
      title: `Import ${one.name}`,
      state: one.state === "RUNNING" ? "RUNNING" : one.state === "CANCELLED" ? "CANCELLED" : "DONE",
      attempts: 1,
      maxAttempts: 20,
      error: null,
      runAt: one.startedAt,
      createdAt: one.startedAt,
      startedAt: one.startedAt,
      finishedAt: one.finishedAt,
      createdBy: one.createdBy,
      progress: one.progress,
      cancellable: one.state === "RUNNING",
      link: `/contacts/imports/${one.id}`,
    }));
  const at = new Date(Date.now() - 3_600_000).toISOString();
  return [
    ...running,
    {
      id: "01930000-0000-7000-8000-0000000000f1",
      kind: "contacts.erase_files",
      title: "Erase a person from files",
      state: "PARKED",
      attempts: 20,
      maxAttempts: 20,
      error: "The file store refused: 503 Slow Down\n  caused by: request 7d1 timed out after 30 s",
      runAt: at,
      createdAt: at,
      startedAt: at,
      finishedAt: null,
      createdBy: "Idris Okonjo",
      progress: { done: 3, total: 9, rate: null, etaSeconds: null, phase: null },
      cancellable: false,
      link: null,
    },
  ];
}

type Connect = <T>(rows: T[], args: { first?: number; after?: string }, node: (row: T) => unknown) => unknown;

export const systemResolvers = (connection: Connect) => ({
  projections: () => projections,
  logStatus: () => ({
    headPosition: head,
    events: 181_002,
    facts: 3218,
    epoch: "01930000-0000-7000-8000-000000000001",
    sealedTo: 184_000,
    bus: "in process",
    relayPosition: head,
    relayLag: 0,
  }),
  jobs: ({ state, ...args }: { state?: string; first?: number; after?: string }) =>
    connection(
      jobs().filter((job) => !state || job.state === state),
      args,
      (job) => job,
    ),
  routineJobs: () => [
    {
      kind: "link_contacts_by_domain",
      label: "Link contacts to their account",
      waiting: 0,
      running: 1,
      done: 212,
      parked: 0,
      lastFinishedAt: new Date(Date.now() - 60_000).toISOString(),
    },
    {
      kind: "log_seals",
      label: "Seal the log",
      waiting: 1,
      running: 0,
      done: 24,
      parked: 0,
      lastFinishedAt: new Date(Date.now() - 1_800_000).toISOString(),
    },
  ],
  projectionRetry: ({ input }: { input: { name: string } }) => named(input),
  projectionPark: ({ input }: { input: { name: string } }) => named(input),
  projectionRebuild: ({ input }: { input: { name: string } }) => named(input),
  jobCancel: ({ input }: { input: { id: string } }) => {
    const one = imports.find((other) => other.id === input.id);
    if (one !== undefined) one.cancelledAt = Date.now();
    return { job: null, userErrors: [] };
  },
  jobRetry: () => ({ job: null, userErrors: [] }),
});
