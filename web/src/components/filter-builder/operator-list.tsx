import { Command } from "cmdk";
import { Check } from "lucide-react";
import { Icon } from "../icon.tsx";
import type { Condition } from "./tree.ts";
import type { FilterField } from "./types.ts";

/** What can be asked of a field; and its opposite, for those who want exactly the others. */
export function OperatorList({
  condition,
  field,
  onPick,
  onNegate,
}: {
  condition: Condition;
  field: FilterField;
  onPick: (op: string) => void;
  onNegate: () => void;
}) {
  return (
    <Command label={`How ${field.label} is compared`} loop defaultValue={condition.op}>
      {/* Walked by arrows; a word typed finds an operator. */}
      <Command.Input className="menu-find" placeholder="Find an operator" autoFocus />
      <Command.List className="fb-list">
        <Command.Empty className="t-3 px-2 py-3">Nothing found. Try fewer letters.</Command.Empty>
        {field.operators.map((operator) => (
          <Command.Item
            key={operator.name}
            value={operator.name}
            keywords={[operator.label]}
            className="menu-item"
            onSelect={() => onPick(operator.name)}
          >
            <span className="flex w-4">{operator.name === condition.op ? <Icon as={Check} /> : null}</span>
            {operator.label}
          </Command.Item>
        ))}
        <Command.Group className="fb-apart">
          <Command.Item value="not opposite negate" className="menu-item" onSelect={onNegate}>
            <span className="flex w-4">{condition.not ? <Icon as={Check} /> : null}</span>
            <span>
              Not
              <span className="t-12 t-3 block">Exactly the records this does not find</span>
            </span>
          </Command.Item>
        </Command.Group>
      </Command.List>
    </Command>
  );
}
