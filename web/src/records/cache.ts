/** Patches a record wherever it is shown: lists, palette, its own page. */
import type { QueryClient, QueryKey } from "@tanstack/react-query";
import { fieldValues, type FieldValues } from "@/lib/json.ts";
import type { RecordBase } from "./record-kind.ts";

type Bag = Record<string, unknown>;

const isBag = (value: unknown): value is Bag => typeof value === "object" && value !== null && !Array.isArray(value);

/** `job_title` is `jobTitle` where a record has the field as a column of its own. */
export function camel(key: string): string {
  return key.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

/** The node with these catalogue fields changed, in `fields` and in its columns. */
export function withFields(node: Bag, fields: FieldValues): Bag {
  const next: Bag = { ...node, fields: { ...fieldValues(node.fields as never), ...fields } };
  for (const [key, value] of Object.entries(fields)) {
    const column = camel(key);
    if (column in node) next[column] = Array.isArray(node[column]) && !Array.isArray(value) ? node[column] : value;
  }
  return next;
}

/** Rebuilds only the branches that hold the record; everything else keeps its identity. */
export function patchTree(tree: unknown, id: string, patch: (node: Bag) => Bag): unknown {
  if (Array.isArray(tree)) {
    let changed = false;
    const next = tree.map((item: unknown) => {
      const patched = patchTree(item, id, patch);
      changed ||= patched !== item;
      return patched;
    });
    return changed ? next : tree;
  }
  if (!isBag(tree)) return tree;
  if (tree.id === id && "fields" in tree) return patch(tree);
  for (const branch of ["pages", "edges", "node", "contact", "account"]) {
    if (branch in tree) {
      const patched = patchTree(tree[branch], id, patch);
      if (patched !== tree[branch]) return { ...tree, [branch]: patched };
    }
  }
  return tree;
}

/** Applies the patch and returns how to take it back. */
export function patchRecord(client: QueryClient, key: string, id: string, patch: (node: Bag) => Bag): () => void {
  const before: [QueryKey, unknown][] = [];
  for (const [queryKey, data] of client.getQueriesData({ queryKey: [key] })) {
    const next = patchTree(data, id, patch);
    if (next !== data) {
      before.push([queryKey, data]);
      client.setQueryData(queryKey, next);
    }
  }
  return () => {
    for (const [queryKey, data] of before) client.setQueryData(queryKey, data);
  };
}

/** The record as it was read last, wherever that was. */
export function newestRecord(client: QueryClient, key: string, id: string): RecordBase | null {
  let newest: RecordBase | null = null;
  for (const [, data] of client.getQueriesData({ queryKey: [key] })) {
    patchTree(data, id, (node) => {
      const found = node as unknown as RecordBase;
      if (newest === null || found.version > newest.version) newest = found;
      return node;
    });
  }
  return newest;
}
