/**
 * The block document of a template, as the API keeps it (`blocks`), and as the form works on it: with an id for each block, so that
 * moving one does not make another of it. The MJML is made of it by the server.
 */
import { type FieldValues, fieldValues, type Json } from "@/lib/json.ts";

export type Align = "left" | "center" | "right";

interface Base {
  /** Of this page only; never sent. */
  id: string;
}

export interface HeadingBlock extends Base {
  type: "heading";
  text: string;
  /** 1 is the largest. */
  level: 1 | 2 | 3;
  align: Align;
}

export interface TextBlock extends Base {
  type: "text";
  text: string;
  align: Align;
}

export interface ButtonBlock extends Base {
  type: "button";
  label: string;
  url: string;
  align: Align;
}

export interface ImageBlock extends Base {
  type: "image";
  src: string;
  /** Read out, and shown where images are not. */
  alt: string;
  /** Where a press on it leads; empty: nowhere. */
  url: string;
  /** In pixels; null is as wide as its column. */
  width: number | null;
  align: Align;
}

export interface DividerBlock extends Base {
  type: "divider";
}

export interface SpacerBlock extends Base {
  type: "spacer";
  /** In pixels. */
  height: number;
}

export interface Column extends Base {
  blocks: Block[];
}

export interface ColumnsBlock extends Base {
  type: "columns";
  columns: Column[];
}

/** The sender's postal address and the link to unsubscribe stand below its text by themselves. */
export interface FooterBlock extends Base {
  type: "footer";
  text: string;
}

/** Words of a brand that templates share; the server puts them in its place. */
export interface SnippetBlock extends Base {
  type: "snippet";
  name: string;
}

export type Block =
  | HeadingBlock
  | TextBlock
  | ButtonBlock
  | ImageBlock
  | DividerBlock
  | SpacerBlock
  | ColumnsBlock
  | FooterBlock
  | SnippetBlock;

export type BlockType = Block["type"];

/** What is added as it is; a snippet has to be chosen first. */
export type PlainType = Exclude<BlockType, "snippet">;

/** Colours, as "#1d4ed8". */
export interface Style {
  /** Of the page behind the email. */
  background: string;
  text: string;
  /** Of buttons and links. */
  accent: string;
}

export interface BlockDocument {
  style: Style;
  blocks: Block[];
}

export const PLAIN_STYLE: Style = { background: "#f4f4f5", text: "#18181b", accent: "#1d4ed8" };

/** What can be added, in the order in which an email is put together. */
export const BLOCK_TYPES: readonly { type: PlainType; label: string }[] = [
  { type: "heading", label: "Heading" },
  { type: "text", label: "Text" },
  { type: "button", label: "Button" },
  { type: "image", label: "Image" },
  { type: "columns", label: "Columns" },
  { type: "divider", label: "Divider" },
  { type: "spacer", label: "Spacer" },
  { type: "footer", label: "Footer" },
];

export const blockLabel = (type: BlockType): string => BLOCK_TYPES.find((one) => one.type === type)?.label ?? "Snippet";

/** Most columns side by side. */
export const MOST_COLUMNS = 4;

let made = 0;

/** Only to tell the blocks of a page apart. */
function newId(): string {
  made += 1;
  return `block-${made}`;
}

/** Such that it can be saved at once: an address is begun where one is needed. */
export function newBlock(type: PlainType): Block {
  const id = newId();
  switch (type) {
    case "heading":
      return { id, type, text: "", level: 2, align: "left" };
    case "text":
      return { id, type, text: "", align: "left" };
    case "button":
      return { id, type, label: "Read more", url: "https://", align: "left" };
    case "image":
      return { id, type, src: "https://", alt: "", url: "", width: null, align: "center" };
    case "divider":
      return { id, type };
    case "spacer":
      return { id, type, height: 24 };
    case "columns":
      return { id, type, columns: [newColumn(), newColumn()] };
    case "footer":
      return { id, type, text: "" };
  }
}

export const newSnippet = (name: string): Block => ({ id: newId(), type: "snippet", name });

export const newColumn = (): Column => ({ id: newId(), blocks: [] });

/** The same once more, under ids of its own. */
export function copyOf(block: Block): Block {
  const id = newId();
  if (block.type !== "columns") return { ...block, id };
  return { ...block, id, columns: block.columns.map(({ blocks }) => ({ id: newId(), blocks: blocks.map(copyOf) })) };
}

export const added = (blocks: readonly Block[], at: number, block: Block): Block[] => [
  ...blocks.slice(0, at),
  block,
  ...blocks.slice(at),
];

/** One place up or down; the same order at the ends. */
export function moved(blocks: readonly Block[], id: string, by: -1 | 1): Block[] {
  const from = blocks.findIndex((block) => block.id === id);
  const to = from + by;
  const block = blocks[from];
  if (block === undefined || to < 0 || to >= blocks.length) return [...blocks];
  return added(without(blocks, id), to, block);
}

export const without = (blocks: readonly Block[], id: string): Block[] => blocks.filter((block) => block.id !== id);

export const replaced = (blocks: readonly Block[], block: Block): Block[] =>
  blocks.map((other) => (other.id === block.id ? block : other));

/** All blocks, those in columns too, from top to bottom. */
export function everyBlock(blocks: readonly Block[]): Block[] {
  return blocks.flatMap((block) =>
    block.type === "columns" ? [block, ...block.columns.flatMap((column) => everyBlock(column.blocks))] : [block],
  );
}

/** As the API keeps it. */
export function toJson({ style, blocks }: BlockDocument): Json {
  return { style: { ...style }, blocks: blocksJson(blocks) };
}

/** The blocks of a snippet are kept without a style. */
export const blocksJson = (blocks: readonly Block[]): Json => blocks.map(blockJson);

function blockJson(block: Block): Json {
  switch (block.type) {
    case "columns":
      return { type: block.type, columns: block.columns.map((column) => column.blocks.map(blockJson)) };
    case "image": {
      const { type, src, alt, url, width, align } = block;
      const said: FieldValues = { type, src, alt, align };
      // What it does not have is left out.
      if (url.trim() !== "") said["url"] = url;
      if (width !== null) said["width"] = width;
      return said;
    }
    case "heading":
      return { type: block.type, text: block.text, level: block.level, align: block.align };
    case "text":
      return { type: block.type, text: block.text, align: block.align };
    case "button":
      return { type: block.type, label: block.label, url: block.url, align: block.align };
    case "spacer":
      return { type: block.type, height: block.height };
    case "footer":
      return { type: block.type, text: block.text };
    case "divider":
      return { type: block.type };
    case "snippet":
      return { type: block.type, name: block.name };
  }
}

/** Null for a template without one, which is written in MJML. */
export function fromJson(json: Json | undefined): BlockDocument | null {
  const { style, blocks } = fieldValues(json);
  if (!Array.isArray(blocks)) return null;
  return { style: styleOf(style), blocks: blocks.flatMap(blockOf) };
}

function styleOf(json: Json | undefined): Style {
  const given = fieldValues(json);
  return {
    background: text(given["background"], PLAIN_STYLE.background),
    text: text(given["text"], PLAIN_STYLE.text),
    accent: text(given["accent"], PLAIN_STYLE.accent),
  };
}

const text = (json: Json | undefined, standard = ""): string => (typeof json === "string" ? json : standard);

function alignOf(json: Json | undefined): Align {
  return json === "center" || json === "right" ? json : "left";
}

function blockOf(json: Json): Block[] {
  const given = fieldValues(json);
  const id = newId();
  const align = alignOf(given["align"]);
  switch (given["type"]) {
    case "heading": {
      const level = given["level"];
      return [{ id, type: "heading", text: text(given["text"]), level: level === 2 || level === 3 ? level : 1, align }];
    }
    case "text":
      return [{ id, type: "text", text: text(given["text"]), align }];
    case "button":
      return [{ id, type: "button", label: text(given["label"]), url: text(given["url"]), align }];
    case "image": {
      const width = given["width"];
      const parts = { src: text(given["src"]), alt: text(given["alt"]), url: text(given["url"]), align };
      return [{ id, type: "image", ...parts, width: typeof width === "number" ? width : null }];
    }
    case "divider":
      return [{ id, type: "divider" }];
    case "spacer": {
      const height = given["height"];
      return [{ id, type: "spacer", height: typeof height === "number" ? height : 24 }];
    }
    case "footer":
      return [{ id, type: "footer", text: text(given["text"]) }];
    case "snippet":
      return [{ id, type: "snippet", name: text(given["name"]) }];
    case "columns": {
      const columns = Array.isArray(given["columns"]) ? given["columns"] : [];
      const read = columns.map((column) => ({
        id: newId(),
        blocks: Array.isArray(column) ? column.flatMap(blockOf) : [],
      }));
      return [{ id, type: "columns", columns: read }];
    }
    default:
      // A kind that this app does not know yet: the server would refuse it, too.
      return [];
  }
}
