/** Writes of one browser to one record, each on top of the one before. */
import type { QueryClient } from "@tanstack/react-query";
import type { RecordBase } from "./record-kind.ts";

/**
 * The last write of this browser to a record. What is changed before its answer is seen was changed on top of it, not beside
 * it: the next write goes out when its version is known, or it would collide with its own forerunner.
 */
interface LastWrite {
  /** Of the record as it stood on the screen then. */
  seen: number;
  settled: boolean;
  /** The version it made; null: it made none. */
  made: Promise<number | null>;
}
const writesOf = new WeakMap<QueryClient, Map<string, LastWrite>>();

function lastWritesIn(client: QueryClient): Map<string, LastWrite> {
  const known = writesOf.get(client) ?? new Map<string, LastWrite>();
  writesOf.set(client, known);
  return known;
}

/** Which version is changed by who sees `record`. */
async function versionUnder(record: RecordBase, last: LastWrite | undefined): Promise<number> {
  if (last === undefined || (last.settled && last.seen !== record.version)) return record.version;
  return Math.max(record.version, (await last.made) ?? 0);
}

/** `version`: what is to be changed; `settle` is told once which version came of it, or null. */
export function nextWrite(
  client: QueryClient,
  record: RecordBase,
): { version: Promise<number>; settle: (made: number | null) => void } {
  const lastWrites = lastWritesIn(client);
  const version = versionUnder(record, lastWrites.get(record.id));
  let settle: (made: number | null) => void = () => {};
  const made = new Promise<number | null>((resolve) => {
    settle = resolve;
  });
  const own: LastWrite = { seen: record.version, settled: false, made };
  void made.then(() => (own.settled = true));
  lastWrites.set(record.id, own);
  return { version, settle };
}
