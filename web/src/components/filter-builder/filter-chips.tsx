import { ListFilterPlus, Plus, X } from "lucide-react";
import { Command } from "cmdk";
import { Fragment, type ReactNode, useState } from "react";
import { useShortcuts } from "@/lib/keys.ts";
import { Icon } from "../icon.tsx";
import { Kbd } from "../kbd.tsx";
import { AddCondition } from "./add-condition.tsx";
import { ConditionParts } from "./condition-parts.tsx";
import { EngagementPart } from "./engagement-part.tsx";
import { useFilterSetup } from "./setup.ts";
import { type Contacts, type Group, type Node, replace } from "./tree.ts";
import { isComplete } from "./values.ts";
import { fieldWords, groupWords, type Naming, nodeWords } from "./words.ts";
import "../filter-bar/chip.css";
import "./filter-builder.css";

/** The filter in a toolbar: a chip for each condition, one for each group, and the way to more. */
export function FilterChips({ onBuilder }: { onBuilder: () => void }) {
  const setup = useFilterSetup();
  const { draft, fieldOf } = setup;
  const { root } = draft;
  if (draft.unreadable) {
    return (
      <span className="chip">
        <span className="c-danger">This filter cannot be read</span>
        <button type="button" className="x" aria-label="Remove the filter" onClick={draft.clear}>
          <Icon as={X} />
        </button>
      </span>
    );
  }
  // One that is only being added has its editor open, and is no chip before it says something.
  const shown = root.children.filter(
    (child) => child.kind !== "condition" || isComplete(child, fieldOf(child.field)) || draft.mistakes.has(child.id),
  );
  return (
    <>
      {root.not && shown.length > 0 ? (
        <button type="button" className="btn btn-quiet btn-sm" onClick={onBuilder}>
          {groupWords(root)} of
        </button>
      ) : null}
      {shown.map((child, index) => (
        <Fragment key={child.id}>
          {index > 0 && root.join === "any" ? <span className="t-12 t-3">or</span> : null}
          <NodeChip node={child} onBuilder={onBuilder} />
        </Fragment>
      ))}
    </>
  );
}

function NodeChip({ node, onBuilder }: { node: Node; onBuilder: () => void }) {
  const setup = useFilterSetup();
  const remove = () => setup.draft.change((root) => replace(root, node.id, () => null));
  return (
    <span className="chip fb-chip">
      {node.kind === "condition" ? (
        <ConditionParts condition={node} look="chip" />
      ) : node.kind === "engagement" ? (
        <EngagementPart engagement={node} look="chip" />
      ) : (
        <NodeWords node={node} onBuilder={onBuilder} />
      )}
      <button type="button" className="x" aria-label={removal(node, setup)} onClick={remove}>
        <Icon as={X} />
      </button>
    </span>
  );
}

function removal(node: Node, naming: Naming): string {
  if (node.kind === "group") return "Remove the group";
  if (node.kind === "engagement") return "Remove engagement filter";
  return `Remove ${node.kind === "contacts" ? "contacts" : fieldWords(node, naming)} filter`;
}

function NodeWords({ node, onBuilder }: { node: Contacts | Group; onBuilder: () => void }) {
  const setup = useFilterSetup();
  const words = nodeWords(node, setup);
  return (
    <button
      type="button"
      className="v fb-group-chip"
      title={words}
      aria-label={`${words}: open the builder`}
      onClick={onBuilder}
    >
      <span className="clip">{words === "" ? "An empty group" : words}</span>
    </button>
  );
}

/** Last of the chips; `f` opens it. */
export function AddFilter({
  onBuilder,
  extra,
}: {
  onBuilder: () => void;
  extra?: readonly { label: string; onSelect: () => void }[];
}) {
  const { draft } = useFilterSetup();
  const [open, setOpen] = useState(false);
  useShortcuts([
    { keys: "f", label: "Filter this list", group: "Rows", run: () => setOpen(true) },
    { keys: "shift+f", label: "Open the filter builder", group: "Rows", run: onBuilder },
  ]);
  const leave = (act: () => void) => () => {
    setOpen(false);
    // What opens next takes the focus; it must wait until this has given it back.
    setTimeout(act, 0);
  };
  return (
    <AddCondition
      groupId={draft.root.id}
      open={open}
      onOpen={setOpen}
      trigger={
        <button type="button" className="chip chip-add">
          <span>
            <Icon as={Plus} />
            Filter
            <Kbd keys="f" className="max-md:hidden" />
          </span>
        </button>
      }
      entries={
        <Command.Group heading="More">
          {extra?.map(({ label, onSelect }) => (
            <Entry key={label} label={label} onSelect={leave(onSelect)} />
          ))}
          <Entry label="Groups: and, or, not" icon={<Icon as={ListFilterPlus} />} onSelect={leave(onBuilder)} />
        </Command.Group>
      }
    />
  );
}

function Entry({ label, icon, onSelect }: { label: string; icon?: ReactNode; onSelect: () => void }) {
  return (
    <Command.Item value={`${label} more builder`} className="menu-item" onSelect={onSelect}>
      {icon}
      {label}
    </Command.Item>
  );
}
