import type { Task } from "./queries.ts";

/** Two lists that are read one after the other: a task that has moved between them stands where its newest version is. */
export function apart(open: readonly Task[], settled: readonly Task[]): { open: Task[]; settled: Task[] } {
  return { open: newest(open, settled), settled: newest(settled, open) };
}

function newest(list: readonly Task[], other: readonly Task[]): Task[] {
  const versions = new Map(other.map(({ id, version }) => [id, version]));
  return list.filter(({ id, version }) => version > (versions.get(id) ?? -1));
}
