/**
 * A filter while it is edited: a tree of groups whose nodes have ids, so that what is being typed keeps its place, and
 * in which a condition may still want a value. Turned into the filter language's JSON, only what is complete goes along.
 */
import { type ContactsAsked, type EngagementAsked, type FilterNode, isFilterNode } from "@/lib/filter-json.ts";
import type { Json } from "@/lib/json.ts";

export interface Condition {
  kind: "condition";
  id: string;
  not: boolean;
  field: string;
  op: string;
  value: Json | undefined;
}

export interface Group {
  kind: "group";
  id: string;
  not: boolean;
  join: "all" | "any";
  children: Node[];
}

/** How many contacts of an account fit. Kept as it came: it can be taken out here, and not changed. */
export interface Contacts {
  kind: "contacts";
  id: string;
  not: boolean;
  asked: ContactsAsked;
}

/** What happened between us and a contact. */
export interface Engagement {
  kind: "engagement";
  id: string;
  not: boolean;
  asked: EngagementAsked;
}

export type Node = Condition | Contacts | Engagement | Group;

let made = 0;
export const newId = () => `n${(made += 1)}`;

export function emptyGroup(join: Group["join"] = "all"): Group {
  return { kind: "group", id: newId(), not: false, join, children: [] };
}

/** Null for what is no filter at all. A filter that is one condition becomes a group of one. */
export function fromJson(filter: Json): Group | null {
  if (filter === null) return emptyGroup();
  if (!isFilterNode(filter)) return Object.keys(Object(filter)).every((key) => key === "v") ? emptyGroup() : null;
  const node = read(filter, false);
  return node.kind === "group" ? node : { ...emptyGroup(), children: [node] };
}

function read(node: FilterNode, not: boolean): Node {
  if ("not" in node) return read(node.not, !not);
  if ("contacts" in node) return { kind: "contacts", id: newId(), not, asked: node.contacts };
  if ("engagement" in node) return { kind: "engagement", id: newId(), not, asked: node.engagement };
  if ("field" in node) {
    const { field, op, value } = node;
    return { kind: "condition", id: newId(), not, field, op, value };
  }
  const [join, inner] = "all" in node ? (["all", node.all] as const) : (["any", node.any] as const);
  return { kind: "group", id: newId(), not, join, children: inner.map((child) => read(child, false)) };
}

export interface Written {
  /** Null: nothing is left out. */
  json: Json;
  /** Which node stands at which path of the JSON. */
  paths: Map<string, string>;
}

/** `complete` says of a condition whether it can be asked. Groups without one say nothing and are left out. */
export function toJson(root: Group, complete: (condition: Condition) => boolean): Written {
  const paths = new Map<string, string>();
  const write = (node: Node, path: string): { [key: string]: Json } | null => {
    const own = node.not ? below(path, "not") : path;
    let bare: { [key: string]: Json };
    if (node.kind === "condition") {
      if (!complete(node)) return null;
      const { field, op, value } = node;
      bare = value === undefined ? { field, op } : { field, op, value };
    } else if (node.kind === "contacts") {
      bare = { contacts: { ...node.asked } };
    } else if (node.kind === "engagement") {
      bare = { engagement: { ...node.asked } };
      // Mistakes are told of its parts, too; those that are missing as well.
      const inside = below(own, "engagement");
      for (const at of ["", ".did", ...Object.keys(node.asked).map((key) => `.${key}`)])
        paths.set(`${inside}${at}`, node.id);
    } else {
      const inner: Json[] = [];
      for (const child of node.children) {
        const written = write(child, below(own, `${node.join}[${inner.length}]`));
        if (written !== null) inner.push(written);
      }
      if (inner.length === 0) return null;
      bare = { [node.join]: inner };
    }
    paths.set(own, node.id);
    paths.set(path, node.id);
    return node.not ? { not: bare } : bare;
  };
  const written = write(root, "");
  return { json: written === null ? null : { v: 1, ...written }, paths };
}

function below(path: string, key: string): string {
  return path === "" ? key : `${path}.${key}`;
}

/** The tree with one node replaced; null takes it out. */
export function replace(group: Group, id: string, change: (node: Node) => Node | null): Group {
  return {
    ...group,
    children: group.children.flatMap((child) => {
      if (child.id === id) return change(child) ?? [];
      return child.kind === "group" ? [replace(child, id, change)] : [child];
    }),
  };
}

/** Changes a group, the outermost as well. */
export function changeGroup(root: Group, id: string, change: (group: Group) => Group): Group {
  if (root.id === id) return change(root);
  return replace(root, id, (node) => (node.kind === "group" ? change(node) : node));
}

export function add(root: Group, groupId: string, node: Node): Group {
  return changeGroup(root, groupId, (group) => ({ ...group, children: [...group.children, node] }));
}

/** All that the filter finds, and of those only whom this holds for as well. */
export function narrow(root: Group, { field, op, value }: Pick<Condition, "field" | "op" | "value">): Group {
  const condition: Condition = { kind: "condition", id: newId(), not: false, field, op, value };
  if (root.join === "all" && !root.not) return { ...root, children: [...root.children, condition] };
  return { ...emptyGroup(), children: root.children.length === 0 ? [condition] : [root, condition] };
}

/** The group around a node; undefined for the outermost and for what is not there. */
export function parentOf(group: Group, id: string): Group | undefined {
  for (const child of group.children) {
    if (child.id === id) return group;
    const found = child.kind === "group" ? parentOf(child, id) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A group of its own around a node, joined the other way, to which more can be added. */
export function wrap(root: Group, id: string): Group {
  const join = parentOf(root, id)?.join === "any" ? "all" : "any";
  return replace(root, id, (node) => ({ ...emptyGroup(join), children: [node] }));
}

/** Out of its group, to stand right behind it. A group that is left empty goes. */
export function moveOut(root: Group, id: string): Group {
  const parent = parentOf(root, id);
  const around = parent === undefined ? undefined : parentOf(root, parent.id);
  if (parent === undefined || around === undefined) return root;
  const node = parent.children.find((child) => child.id === id);
  if (node === undefined) return root;
  const rest = parent.children.filter((child) => child.id !== id);
  return changeGroup(root, around.id, (group) => ({
    ...group,
    children: group.children.flatMap((child) =>
      child.id !== parent.id ? [child] : rest.length === 0 ? [node] : [{ ...parent, children: rest }, node],
    ),
  }));
}

/** One place up or down among its neighbours. */
export function moveBy(root: Group, id: string, step: -1 | 1): Group {
  const parent = parentOf(root, id);
  if (parent === undefined) return root;
  return changeGroup(root, parent.id, (group) => {
    const from = group.children.findIndex((child) => child.id === id);
    const children = [...group.children];
    const [node] = children.splice(from, 1);
    const to = from + step;
    if (node === undefined || to < 0 || to > children.length) return group;
    children.splice(to, 0, node);
    return { ...group, children };
  });
}

export function engagementsIn(group: Group): Engagement[] {
  return group.children.flatMap((child) => {
    if (child.kind === "group") return engagementsIn(child);
    return child.kind === "engagement" ? [child] : [];
  });
}

export function conditionsIn(group: Group): Condition[] {
  return group.children.flatMap((child) => {
    if (child.kind === "group") return conditionsIn(child);
    return child.kind === "condition" ? [child] : [];
  });
}

/** Whether somebody asks for this field, in any group. */
export function mentions(filter: Json, field: string): boolean {
  const root = fromJson(filter);
  return root !== null && conditionsIn(root).some((condition) => condition.field === field);
}
