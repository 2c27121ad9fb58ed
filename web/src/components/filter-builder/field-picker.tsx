import { Command } from "cmdk";
import type { ReactNode } from "react";
import { wordMatch } from "@/lib/word-match.ts";
import { useFilterSetup } from "./setup.ts";
import type { FilterField } from "./types.ts";

/** All fields under their headings, found by their own or their heading's words. */
export function FieldPicker({
  chosen,
  onPick,
  children,
}: {
  /** The one there is now. */
  chosen?: FilterField | undefined;
  onPick: (field: FilterField) => void;
  /** Further entries, last. */
  children?: ReactNode;
}) {
  const { fields } = useFilterSetup();
  const groups = Map.groupBy(fields ?? [], (field) => field.group);
  return (
    <Command label="Fields" filter={wordMatch} loop {...(chosen === undefined ? {} : { defaultValue: entry(chosen) })}>
      <Command.Input className="menu-find" placeholder="Find a field" autoFocus />
      <Command.List className="fb-list">
        <Command.Empty className="t-3 px-2 py-3">
          {fields === undefined ? "Looking" : "No field is called like this. Try fewer letters."}
        </Command.Empty>
        {[...groups].map(([group, inner]) => (
          <Command.Group key={group} heading={group}>
            {inner.map((field) => (
              <Command.Item key={field.key} value={entry(field)} className="menu-item" onSelect={() => onPick(field)}>
                <span className="clip">{field.label}</span>
              </Command.Item>
            ))}
          </Command.Group>
        ))}
        {children}
      </Command.List>
    </Command>
  );
}

/** By what it is found, and told from a field of the same name. */
const entry = ({ label, group, key }: FilterField) => `${label} ${group} ${key}`;
