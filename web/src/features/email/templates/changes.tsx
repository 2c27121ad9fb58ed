import { ScrollRegion } from "@/components/scroll-region.tsx";
import { around, compareLines } from "./compare.ts";
import type { BlockDocument } from "./blocks.ts";
import { everyBlock, blockLabel, type Block } from "./blocks.ts";
import type { Draft } from "./draft.ts";
import "./templates.css";

const SIGNS = { same: " ", gone: "−", new: "+" };
const SAID = { same: "", gone: "Gone: ", new: "New: " };

/** What is different between two drafts: line by line, part by part; parts that are the same are not shown. */
export function Changes({ before, after }: { before: Draft; after: Draft }) {
  const parts = [
    { name: "Subject", from: before.subject, to: after.subject },
    { name: "Preheader", from: before.preheader, to: after.preheader },
    { name: "Body", from: bodyText(before.body), to: bodyText(after.body) },
    { name: "Plain text", from: before.text, to: after.text },
  ].filter(({ from, to }) => from !== to);
  if (parts.length === 0) return <p className="t-2">They say the same.</p>;
  return (
    <div className="flex flex-col gap-4">
      {parts.map(({ name, from, to }) => (
        <section key={name} aria-label={`Changes of ${name.toLowerCase()}`}>
          <h3 className="t-13 med mb-1">{name}</h3>
          <ScrollRegion label={`${name}, line by line`} className="template-changes">
            {around(compareLines(from, to)).map((line, index) =>
              line === null ? (
                <div key={index} className="t-3" aria-hidden="true">
                  …
                </div>
              ) : (
                <div key={index} className={line.kind}>
                  <span className="sr">{SAID[line.kind]}</span>
                  <span aria-hidden="true">{SIGNS[line.kind]} </span>
                  {line.text}
                </div>
              ),
            )}
          </ScrollRegion>
        </section>
      ))}
    </div>
  );
}

/** A body as lines that people can compare: its blocks in words, or its MJML. */
export function bodyText(body: Draft["body"]): string {
  return body.kind === "source" ? body.mjml : blocksText(body.document);
}

function blocksText({ style, blocks }: BlockDocument): string {
  const colours = `Colours: background ${style.background}, text ${style.text}, buttons and links ${style.accent}`;
  return [colours, ...everyBlock(blocks).flatMap(blockLines)].join("\n");
}

function blockLines(block: Block): string[] {
  const label = blockLabel(block.type);
  switch (block.type) {
    case "heading":
      return [`${label} ${block.level}, ${block.align}: ${block.text}`];
    case "text":
      return [`${label}, ${block.align}:`, ...block.text.split("\n").map((line) => `  ${line}`)];
    case "button":
      return [`${label}, ${block.align}: ${block.label} to ${block.url}`];
    case "image": {
      const link = block.url === "" ? "" : `, to ${block.url}`;
      const width = block.width === null ? "" : `, ${block.width} px`;
      return [`${label}, ${block.align}${width}: ${block.src} (${block.alt})${link}`];
    }
    case "spacer":
      return [`${label}: ${block.height} px`];
    case "footer":
      return [`${label}:`, ...block.text.split("\n").map((line) => `  ${line}`)];
    case "columns":
      return [`${label}: ${block.columns.map(({ blocks }) => blocks.length).join(" and ")} blocks`];
    case "snippet":
      return [`${label}: ${block.name}`];
    case "divider":
      return [label];
  }
}
