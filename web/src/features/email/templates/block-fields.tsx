import { Plus, Trash2 } from "lucide-react";
import { Button } from "@/components/button.tsx";
import { SelectField, TextField } from "@/components/field.tsx";
import { BlockList } from "./block-list.tsx";
import { type Align, type Block, type ColumnsBlock, MOST_COLUMNS, newColumn } from "./blocks.ts";
import { SnippetField } from "./snippet-field.tsx";
import { MarkedText, TaggedLine } from "./tagged-field.tsx";

const ALIGNS = [
  { value: "left", label: "Left" },
  { value: "center", label: "In the middle" },
  { value: "right", label: "Right" },
];

const LEVELS = [
  { value: "1", label: "Large" },
  { value: "2", label: "Medium" },
  { value: "3", label: "Small" },
];

type Edit = (change: (block: Block) => Block) => void;

/** What can be said about one block. `fresh`: it was just added, so typing goes on in it. */
export function BlockFields({ block, edit, fresh }: { block: Block; edit: Edit; fresh: boolean }) {
  const set = (values: object) => edit((now) => ({ ...now, ...values }));
  switch (block.type) {
    case "heading":
      return (
        <>
          <TaggedLine label="Words" value={block.text} onChange={(text) => set({ text })} autoFocus={fresh} />
          <div className="template-pair">
            <SelectField
              label="Size"
              options={LEVELS}
              value={String(block.level)}
              onChange={(event) => set({ level: Number(event.target.value) })}
            />
            <AlignField value={block.align} onChange={(align) => set({ align })} />
          </div>
        </>
      );
    case "text":
      return (
        <>
          <MarkedText
            label="Text"
            value={block.text}
            onChange={(text) => set({ text })}
            autoFocus={fresh}
            hint="**bold**, [words](https://address); an empty line begins a paragraph."
          />
          <AlignField value={block.align} onChange={(align) => set({ align })} />
        </>
      );
    case "button":
      return (
        <>
          <TaggedLine label="Words" value={block.label} onChange={(label) => set({ label })} autoFocus={fresh} />
          <TaggedLine label="Leads to" value={block.url} onChange={(url) => set({ url })} placeholder="https://" />
          <AlignField value={block.align} onChange={(align) => set({ align })} />
        </>
      );
    case "image":
      return (
        <>
          <TaggedLine
            label="Address of the image"
            value={block.src}
            onChange={(src) => set({ src })}
            autoFocus={fresh}
            placeholder="https://"
          />
          <TextField
            label="What it shows"
            value={block.alt}
            onChange={(event) => set({ alt: event.target.value })}
            hint="Read out, and shown where images are not. Left empty, it only decorates."
          />
          <TaggedLine label="Leads to" value={block.url} onChange={(url) => set({ url })} hint="Left empty: nowhere." />
          <div className="template-pair">
            <TextField
              label="Width in pixels"
              type="number"
              min={1}
              max={1200}
              value={block.width ?? ""}
              onChange={(event) => set({ width: event.target.value === "" ? null : Number(event.target.value) })}
              hint="Left empty: as wide as its column."
            />
            <AlignField value={block.align} onChange={(align) => set({ align })} />
          </div>
        </>
      );
    case "spacer":
      return (
        <TextField
          label="Height in pixels"
          type="number"
          min={1}
          max={200}
          value={block.height}
          autoFocus={fresh}
          onChange={(event) => set({ height: Number(event.target.value) })}
        />
      );
    case "footer":
      return (
        <MarkedText
          label="Text"
          value={block.text}
          onChange={(text) => set({ text })}
          autoFocus={fresh}
          rows={2}
          hint="Why they get this email. The sender's postal address and the link to unsubscribe stand below it by themselves."
        />
      );
    case "divider":
      return <p className="t-2">A line across the column.</p>;
    case "snippet":
      return <SnippetField value={block.name} onChange={(name) => set({ name })} autoFocus={fresh} />;
    case "columns":
      return <Columns block={block} edit={edit} />;
  }
}

function AlignField({ value, onChange }: { value: Align; onChange: (align: Align) => void }) {
  return (
    <SelectField
      label="Stands"
      options={ALIGNS}
      value={value}
      onChange={(event) => onChange(event.target.value as Align)}
    />
  );
}

/** Side by side on a computer, below each other on a phone. */
function Columns({ block, edit }: { block: ColumnsBlock; edit: Edit }) {
  const change = (write: (columns: ColumnsBlock["columns"]) => ColumnsBlock["columns"]) =>
    edit((now) => (now.type === "columns" ? { ...now, columns: write(now.columns) } : now));
  const { columns } = block;
  return (
    <div className="template-columns">
      {columns.map((column, index) => {
        const name = `Column ${index + 1}`;
        return (
          <fieldset key={column.id} className="template-column">
            <legend className="legend">{name}</legend>
            <BlockList
              label={name}
              blocks={column.blocks}
              nested
              edit={(write) =>
                change((now) => now.map((one) => (one.id === column.id ? { ...one, blocks: write(one.blocks) } : one)))
              }
            />
            <Button
              small
              variant="quiet"
              icon={Trash2}
              disabledReason={
                columns.length === 1
                  ? "It is the only one: delete the block instead"
                  : column.blocks.length > 0
                    ? "There are blocks in it: delete or move those first"
                    : undefined
              }
              onClick={() => change((now) => now.filter((one) => one.id !== column.id))}
            >
              Remove {name.toLowerCase()}
            </Button>
          </fieldset>
        );
      })}
      <Button
        small
        icon={Plus}
        className="self-start"
        disabledReason={columns.length >= MOST_COLUMNS ? `There is room for ${MOST_COLUMNS} columns` : undefined}
        onClick={() => change((now) => [...now, newColumn()])}
      >
        Add a column
      </Button>
    </div>
  );
}
