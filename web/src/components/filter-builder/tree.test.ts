import { describe, expect, it } from "vitest";
import type { Json } from "@/lib/json.ts";
import {
  add,
  type Condition,
  conditionsIn,
  emptyGroup,
  fromJson,
  type Group,
  moveBy,
  moveOut,
  narrow,
  replace,
  toJson,
  wrap,
} from "./tree.ts";

const city = (value: string): Json => ({ field: "city", op: "equals", value });
const open = (filter: Json): Group => fromJson(filter) ?? emptyGroup();
const written = (tree: Group) => toJson(tree, (condition) => condition.value !== undefined);
const idOf = (tree: Group, value: string) =>
  conditionsIn(tree).find((condition) => condition.value === value)?.id ?? "none";
const condition = (value?: string): Condition => ({
  kind: "condition",
  id: `new ${value}`,
  not: false,
  field: "city",
  op: "equals",
  value,
});

describe("a filter's tree", () => {
  it("gives back the JSON it was made from", () => {
    for (const filter of [
      { v: 1, all: [city("Bonn"), { any: [city("Ulm"), { not: city("Jena") }] }] },
      { v: 1, not: { any: [city("Bonn"), { not: { all: [city("Ulm"), city("Jena")] } }] } },
    ] as Json[]) {
      expect(written(open(filter)).json).toEqual(filter);
    }
  });

  it("keeps what is asked of an account's contacts as it came", () => {
    const contacts = { contacts: { at_least: 2, at_most: 9, filter: { any: [city("Bonn"), { not: city("Ulm") }] } } };
    for (const filter of [
      { v: 1, all: [city("Bonn"), contacts] },
      { v: 1, any: [{ not: contacts }, { contacts: {} }] },
    ] as Json[]) {
      expect(written(open(filter)).json).toEqual(filter);
    }
    const tree = open({ all: [contacts, city("Jena")] } as Json);
    expect(conditionsIn(tree)).toHaveLength(1);
    const [first] = tree.children;
    const without = replace(tree, first?.id ?? "", () => null);
    expect(written(without).json).toEqual({ v: 1, all: [city("Jena")] });
    expect(written(tree).paths.get("all[0]")).toBe(first?.id);
  });

  it("makes one condition a group of one, and takes a double not away", () => {
    expect(written(open(city("Bonn"))).json).toEqual({ v: 1, all: [city("Bonn")] });
    expect(written(open({ not: { not: city("Bonn") } })).json).toEqual({ v: 1, all: [city("Bonn")] });
  });

  it("knows what is no filter", () => {
    for (const other of ["{broken", [1], { al: [] }, { all: {} }] as Json[]) expect(fromJson(other)).toBeNull();
    for (const everything of [null, {}, { v: 1 }] as Json[]) expect(fromJson(everything)?.children).toEqual([]);
  });

  it("leaves out what is not complete, and groups that say nothing", () => {
    let tree = open({ all: [city("Bonn")] });
    const inner = emptyGroup("any");
    tree = add(tree, tree.id, inner);
    tree = add(tree, inner.id, condition());
    expect(written(tree).json).toEqual({ v: 1, all: [city("Bonn")] });
    expect(written(open(null)).json).toBeNull();
    tree = add(tree, inner.id, condition("Ulm"));
    expect(written(tree).json).toEqual({ v: 1, all: [city("Bonn"), { any: [city("Ulm")] }] });
  });

  it("finds the node a mistake is about, past what was left out", () => {
    let tree = open({ all: [city("Bonn"), { not: { any: [city("Ulm"), { not: city("Jena") }] } }] });
    tree = { ...tree, children: [condition(), ...tree.children] };
    const { paths } = written(tree);
    expect(paths.get("all[0]")).toBe(idOf(tree, "Bonn"));
    expect(paths.get("all[1].not.any[0]")).toBe(idOf(tree, "Ulm"));
    expect(paths.get("all[1].not.any[1].not")).toBe(idOf(tree, "Jena"));
    expect(paths.get("")).toBe(tree.id);
  });

  it("is edited in any depth", () => {
    const tree = open({ all: [city("Bonn"), { any: [city("Ulm"), city("Jena")] }] });
    const edited = replace(tree, idOf(tree, "Jena"), (node) => ({ ...node, not: true }));
    expect(written(edited).json).toEqual({
      v: 1,
      all: [city("Bonn"), { any: [city("Ulm"), { not: city("Jena") }] }],
    });
    const gone = replace(tree, idOf(tree, "Ulm"), () => null);
    expect(written(gone).json).toEqual({ v: 1, all: [city("Bonn"), { any: [city("Jena")] }] });
  });

  it("puts a condition into a group of its own and takes it out again", () => {
    const tree = open({ all: [city("Bonn"), city("Ulm")] });
    const wrapped = wrap(tree, idOf(tree, "Ulm"));
    expect(written(wrapped).json).toEqual({ v: 1, all: [city("Bonn"), { any: [city("Ulm")] }] });
    expect(written(moveOut(wrapped, idOf(wrapped, "Ulm"))).json).toEqual({ v: 1, all: [city("Bonn"), city("Ulm")] });
    expect(moveOut(tree, idOf(tree, "Ulm"))).toBe(tree);
  });

  it("moves among neighbours and stops at the ends", () => {
    const tree = open({ all: [city("Bonn"), city("Ulm")] });
    expect(written(moveBy(tree, idOf(tree, "Ulm"), -1)).json).toEqual({ v: 1, all: [city("Ulm"), city("Bonn")] });
    expect(written(moveBy(tree, idOf(tree, "Ulm"), 1)).json).toEqual({ v: 1, all: [city("Bonn"), city("Ulm")] });
  });

  it("is narrowed without widening what it finds", () => {
    const narrowed = (filter: Json) =>
      written(narrow(open(filter), { field: "city", op: "equals", value: "Ulm" })).json;
    expect(narrowed(null)).toEqual({ v: 1, all: [city("Ulm")] });
    expect(narrowed({ all: [city("Bonn")] })).toEqual({ v: 1, all: [city("Bonn"), city("Ulm")] });
    const either = { any: [city("Bonn"), city("Jena")] };
    expect(narrowed(either)).toEqual({ v: 1, all: [either, city("Ulm")] });
    expect(narrowed({ not: { all: [city("Bonn")] } })).toEqual({
      v: 1,
      all: [{ not: { all: [city("Bonn")] } }, city("Ulm")],
    });
  });
});
