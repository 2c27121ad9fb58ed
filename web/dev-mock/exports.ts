/** Exports of the mock: counted for real, written by the clock; files are not kept. */
import { randomUUID } from "node:crypto";

/** Records a second. */
const RATE = 12_000;
const DAY = 86_400_000;

interface MockExport {
  id: string;
  entity: string;
  format: string;
  columns: string[];
  filter: unknown;
  total: number;
  startedAt: number;
  createdBy: string;
  cancelled: boolean;
}

interface StartInput {
  entity: "CONTACT" | "ACCOUNT";
  format: string;
  columns: string[];
  contacts?: Record<string, unknown>;
  accounts?: Record<string, unknown>;
}

export const exported: MockExport[] = [];

export function viewExport(one: MockExport, viewer: string) {
  const done = Math.min(one.total, Math.round(((Date.now() - one.startedAt) / 1000) * RATE));
  const running = !one.cancelled && done < one.total;
  const ready = !one.cancelled && !running;
  const end = new Date(one.startedAt + (one.total / RATE) * 1000).toISOString();
  return {
    ...one,
    state: one.cancelled ? "CANCELLED" : running ? "RUNNING" : "COMPLETED",
    sortField: "created_at",
    sortDescending: true,
    createdAt: new Date(one.startedAt).toISOString(),
    mine: one.createdBy === viewer,
    finishedAt: running ? null : end,
    error: null,
    rows: ready ? one.total : null,
    asOf: ready ? new Date(one.startedAt).toISOString() : null,
    fileSize: ready ? one.total * 180 : null,
    fileHash: ready ? "0".repeat(64) : null,
    cutCells: 0,
    restricted: "LEAVE_OUT",
    // Nothing of the mock's world is a client's.
    leftOut: 0,
    expiresAt: ready ? new Date(one.startedAt + 7 * DAY).toISOString() : null,
    progress: running
      ? { done, total: one.total, rate: RATE, etaSeconds: (one.total - done) / RATE, phase: "Writing" }
      : null,
  };
}

/** `count`: how many the list has for these arguments. */
export function exportResolvers(viewer: string, count: (entity: StartInput["entity"], filter: object) => number) {
  const find = (id: string) => exported.find((one) => one.id === id);
  const answer = (one: MockExport | undefined) => ({
    export: one === undefined ? null : viewExport(one, viewer),
    position: null,
    userErrors:
      one === undefined ? [{ code: "EXPORT_NOT_FOUND", field: null, message: "There is no export with this id." }] : [],
  });
  return {
    export: ({ id }: { id: string }) => answer(find(id)).export,
    exportStart: ({ input }: { input: StartInput }) => {
      const filter = (input.entity === "ACCOUNT" ? input.accounts : input.contacts) ?? {};
      const one: MockExport = {
        id: randomUUID(),
        entity: input.entity,
        format: input.format,
        columns: input.columns,
        filter,
        total: count(input.entity, filter),
        startedAt: Date.now(),
        createdBy: viewer,
        cancelled: false,
      };
      exported.unshift(one);
      return answer(one);
    },
    exportCancel: ({ input }: { input: { id: string } }) => {
      const one = find(input.id);
      if (one !== undefined) one.cancelled = true;
      return answer(one);
    },
    exportLink: ({ input }: { input: { id: string } }) => ({
      url: `/api/v1/exports/${input.id}/download?token=mock`,
      expiresAt: new Date(Date.now() + 300_000).toISOString(),
      userErrors: [],
    }),
  };
}
