import { expect, it } from "vitest";
import {
  added,
  type Block,
  copyOf,
  everyBlock,
  fromJson,
  moved,
  newBlock,
  newColumn,
  toJson,
  without,
} from "./blocks.ts";
import { BLOCK_TYPES, PLAIN_STYLE } from "./blocks.ts";

const three = () => [newBlock("heading"), newBlock("text"), newBlock("button")];
const types = (blocks: { type: string }[]) => blocks.map(({ type }) => type).join(" ");
const columnsWith = (blocks: Block[]): Block => ({
  id: "columns",
  type: "columns",
  columns: [newColumn(), { id: "second", blocks }],
});

it("moves one place at a time and stays at the ends", () => {
  const blocks = three();
  const [first, , last] = blocks.map(({ id }) => id);
  expect(types(moved(blocks, first ?? "", 1))).toBe("text heading button");
  expect(types(moved(blocks, last ?? "", -1))).toBe("heading button text");
  expect(types(moved(blocks, first ?? "", -1))).toBe("heading text button");
  expect(types(moved(blocks, last ?? "", 1))).toBe("heading text button");
  expect(types(moved(blocks, "none", 1))).toBe("heading text button");
});

it("adds at a place and takes out", () => {
  const blocks = three();
  expect(types(added(blocks, 1, newBlock("image")))).toBe("heading image text button");
  expect(types(without(blocks, blocks[1]?.id ?? ""))).toBe("heading button");
});

it("copies what is in columns under ids of its own", () => {
  const block = columnsWith(three());
  const copy = copyOf(block);
  const ids = everyBlock([block]).map(({ id }) => id);
  expect(types(everyBlock([copy]))).toBe("columns heading text button");
  expect(everyBlock([copy]).filter(({ id }) => ids.includes(id))).toEqual([]);
});

it("is sent without ids and comes back as it was", () => {
  const blocks = [...BLOCK_TYPES.map(({ type }) => newBlock(type)), columnsWith(three())];
  const json = toJson({ style: { ...PLAIN_STYLE, accent: "#aa0000" }, blocks });
  expect(JSON.stringify(json)).not.toContain('"id"');
  const back = fromJson(json);
  expect(back?.style.accent).toBe("#aa0000");
  expect(back === null ? null : toJson(back)).toEqual(json);
});

it("leaves out what an image does not have", () => {
  const image = toJson({ style: PLAIN_STYLE, blocks: [newBlock("image")] });
  expect(image).toMatchObject({ blocks: [{ type: "image", src: "https://", alt: "", align: "center" }] });
  expect(JSON.stringify(image)).not.toMatch(/url|width/);
});

it("is none for a template that is written in MJML", () => {
  expect(fromJson(null)).toBeNull();
  expect(fromJson("words")).toBeNull();
});

it("passes over a kind that it does not know", () => {
  const read = fromJson({ blocks: [{ type: "carousel" }, { type: "text", text: "a" }] });
  expect(read?.blocks).toMatchObject([{ type: "text", text: "a", align: "left" }]);
  expect(read?.style).toEqual(PLAIN_STYLE);
});
