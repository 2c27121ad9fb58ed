import { ArrowDown, ArrowUp, Copy, Plus, Trash2 } from "lucide-react";
import { type MouseEvent, useRef, useState } from "react";
import { Button, IconButton } from "@/components/button.tsx";
import { toastDone } from "@/components/toast.tsx";
import { BlockFields } from "./block-fields.tsx";
import {
  added,
  type Block,
  BLOCK_TYPES,
  blockLabel,
  copyOf,
  moved,
  newBlock,
  newSnippet,
  type PlainType,
  replaced,
  without,
} from "./blocks.ts";
import { SnippetDialog } from "./snippet-dialog.tsx";

type Change = (blocks: Block[]) => Block[];

/** Blocks from top to bottom, each with its fields; below them, what can be added. Everything is a press on a button. */
export function BlockList({
  label,
  blocks,
  edit,
  nested = false,
  shared = false,
}: {
  /** Of whom the blocks are. */
  label: string;
  blocks: readonly Block[];
  edit: (change: Change) => void;
  /** In a column, where no columns may stand. */
  nested?: boolean;
  /** Of a snippet, in which neither columns nor other snippets stand. */
  shared?: boolean;
}) {
  const list = useRef<HTMLOListElement>(null);
  const [fresh, setFresh] = useState<string | null>(null);
  const [said, setSaid] = useState("");
  const [picking, setPicking] = useState(false);
  const add = (block: Block) => {
    edit((now) => [...now, block]);
    setFresh(block.id);
    setSaid(`${blockLabel(block.type)} added`);
  };
  const fits = (type: PlainType) => type !== "columns" || (!nested && !shared);
  const move = (block: Block, by: -1 | 1, event: MouseEvent<HTMLButtonElement>) => {
    const button = event.currentTarget;
    edit((now) => moved(now, block.id, by));
    const place = blocks.findIndex(({ id }) => id === block.id) + 1 + by;
    setSaid(`${blockLabel(block.type)} moved to place ${place} of ${blocks.length}`);
    // The browser takes the focus from what is moved on the page.
    requestAnimationFrame(() => button.focus());
  };
  const duplicate = (block: Block) => {
    const copy = copyOf(block);
    edit((now) => added(now, now.findIndex(({ id }) => id === block.id) + 1, copy));
    setSaid(`${blockLabel(block.type)} duplicated`);
  };
  const remove = (block: Block) => {
    const at = blocks.findIndex(({ id }) => id === block.id);
    edit((now) => without(now, block.id));
    toastDone(`${blockLabel(block.type)} deleted`, () => {
      edit((now) => added(now, Math.min(at, now.length), block));
      return Promise.resolve();
    });
    list.current?.focus();
  };
  return (
    <div className="template-blocks">
      <span className="sr" role="status">
        {said}
      </span>
      <ol ref={list} tabIndex={-1} aria-label={`Blocks of ${label.toLowerCase()}`} className="template-blocks">
        {blocks.map((block, index) => (
          <Card
            key={block.id}
            block={block}
            name={`${blockLabel(block.type)} ${index + 1}`}
            first={index === 0}
            last={index === blocks.length - 1}
            fresh={block.id === fresh}
            edit={(change) =>
              edit((now) => {
                const current = now.find(({ id }) => id === block.id);
                return current === undefined ? now : replaced(now, change(current));
              })
            }
            onMove={(by, event) => move(block, by, event)}
            onDuplicate={() => duplicate(block)}
            onDelete={() => remove(block)}
          />
        ))}
      </ol>
      {blocks.length === 0 ? <p className="t-3">Nothing here yet. Add the first block.</p> : null}
      <div className="row flex-wrap gap-1" role="group" aria-label={`Add to ${label.toLowerCase()}`}>
        {BLOCK_TYPES.filter(({ type }) => fits(type) && !(nested && type === "footer")).map((one) => (
          <Button key={one.type} small icon={Plus} onClick={() => add(newBlock(one.type))}>
            {one.label}
          </Button>
        ))}
        {shared ? null : (
          <Button small icon={Plus} onClick={() => setPicking(true)}>
            Snippet
          </Button>
        )}
      </div>
      {picking ? <SnippetDialog onInsert={(name) => add(newSnippet(name))} onClose={() => setPicking(false)} /> : null}
    </div>
  );
}

function Card({
  block,
  name,
  first,
  last,
  fresh,
  edit,
  onMove,
  onDuplicate,
  onDelete,
}: {
  block: Block;
  /** "Heading 1": as the buttons call it. */
  name: string;
  first: boolean;
  last: boolean;
  fresh: boolean;
  edit: (change: (block: Block) => Block) => void;
  onMove: (by: -1 | 1, event: MouseEvent<HTMLButtonElement>) => void;
  onDuplicate: () => void;
  onDelete: () => void;
}) {
  const low = name.toLowerCase();
  return (
    <li className="template-block" aria-label={name}>
      <div className="template-block-head">
        <span className="med">{blockLabel(block.type)}</span>
        <span className="row ml-auto gap-0">
          <IconButton
            label={`Move ${low} up`}
            icon={ArrowUp}
            disabledReason={first ? "It is the first already" : undefined}
            onClick={(event) => onMove(-1, event)}
          />
          <IconButton
            label={`Move ${low} down`}
            icon={ArrowDown}
            disabledReason={last ? "It is the last already" : undefined}
            onClick={(event) => onMove(1, event)}
          />
          <IconButton label={`Duplicate ${low}`} icon={Copy} onClick={onDuplicate} />
          <IconButton label={`Delete ${low}`} icon={Trash2} onClick={onDelete} />
        </span>
      </div>
      <div className="template-block-fields">
        <BlockFields block={block} edit={edit} fresh={fresh} />
      </div>
    </li>
  );
}
