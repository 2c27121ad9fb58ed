/**
 * The filter being edited, between the person and the URL. What is typed shows at once; when it rests, the API is asked
 * whether the filter can be asked, and only then does the list get it. A check that was overtaken is aborted.
 */
import { type QueryClient, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { formatFilter } from "@/lib/filter-json.ts";
import type { Json } from "@/lib/json.ts";
import { emptyGroup, fromJson, type Group, toJson } from "./tree.ts";
import type { FilterCheck, FilterField } from "./types.ts";
import { isComplete } from "./values.ts";

/** Milliseconds of rest until something typed is asked. */
const REST = 300;

export interface CheckOptions {
  queryKey: readonly unknown[];
  queryFn: (context: { signal: AbortSignal }) => Promise<FilterCheck>;
}

export interface FilterDraft {
  root: Group;
  /** `typing`: more is likely to come. */
  change: (edit: (root: Group) => Group, typing?: boolean) => void;
  clear: () => void;
  /** The filter means this. Null: nothing is left out, or it is not known yet. */
  sentence: string | null;
  /** By the id of the node each is about; those about no node stand under "". */
  mistakes: ReadonlyMap<string, string[]>;
  /** There is a filter that no tree can show; the list says what is wrong with it. */
  unreadable: boolean;
}

export function useFilterDraft({
  where,
  setWhere,
  fieldOf,
  check,
}: {
  where: Json;
  setWhere: (where: Json) => void;
  fieldOf: (key: string) => FilterField | undefined;
  check: (filter: Json) => CheckOptions;
}): FilterDraft {
  const client = useQueryClient();
  const [root, setRoot] = useState(() => fromJson(where));
  const [asked, setAsked] = useState(where);
  const text = formatFilter(where);
  const [seen, setSeen] = useState(text);
  const [published, setPublished] = useState(text);
  // The URL changed, and not by what was edited here (Back, a saved view, Clear): the tree follows it.
  if (text !== seen) {
    setSeen(text);
    if (text !== published) {
      setPublished(text);
      setAsked(where);
      setRoot(fromJson(where));
    }
  }
  // A timer must write into the URL as it is then, not as it was when the timer began.
  const publish = useRef(setWhere);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    publish.current = setWhere;
  });
  useEffect(() => () => clearTimeout(timer.current), []);

  const tree = root ?? emptyGroup();
  const write = (group: Group) => toJson(group, (condition) => isComplete(condition, fieldOf(condition.field)));
  const latest = useRef(tree);
  useEffect(() => {
    latest.current = tree;
  });

  const settle = async (next: Group) => {
    const { json } = write(next);
    setAsked(json);
    const good = json === null || (await isGood(client, check(json)));
    if (!good || latest.current !== next) return;
    setPublished(formatFilter(json));
    publish.current(json);
  };
  const change = (edit: (root: Group) => Group, typing = false) => {
    const next = edit(latest.current);
    latest.current = next;
    setRoot(next);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void settle(next), typing ? REST : 0);
  };

  const checked = useQuery({ ...check(asked), enabled: asked !== null }).data;
  const { paths } = write(tree);
  const mistakes = new Map<string, string[]>();
  for (const { path, message } of (asked === null ? undefined : checked)?.errors ?? []) {
    const id = paths.get(path) ?? "";
    mistakes.set(id, [...(mistakes.get(id) ?? []), message]);
  }
  return {
    root: tree,
    change,
    clear: () => change(() => emptyGroup()),
    sentence: asked === null ? null : (checked?.sentence ?? null),
    mistakes,
    unreadable: root === null,
  };
}

/** A check that fails by itself (no network) does not hold the filter back: the list will say the same. */
async function isGood(client: QueryClient, options: CheckOptions): Promise<boolean> {
  try {
    return (await client.fetchQuery({ ...options, staleTime: Number.POSITIVE_INFINITY })).valid;
  } catch {
    return true;
  }
}
