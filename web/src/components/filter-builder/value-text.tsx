import { Command } from "cmdk";
import { useState } from "react";
import { Seen } from "./seen.tsx";
import { useSuggestions } from "./use-suggestions.ts";
import type { EditorProps } from "./value-editor.tsx";
import { textOf } from "./values.ts";

/** One text, typed or chosen from those that records have. Enter takes what was typed, arrows lead to the others. */
export function TextEditor({ field, op, value, onChange, onDone, label }: EditorProps) {
  const [text, setText] = useState(textOf(value));
  const { suggestions } = useSuggestions(field, text, !op.endsWith("ends_with"));
  const typed = text.trim();
  return (
    <Command label={label} shouldFilter={false} loop>
      <Command.Input
        className="menu-find"
        placeholder="Type a value"
        autoFocus
        value={text}
        onValueChange={(next) => {
          setText(next);
          onChange(next.trim() === "" ? undefined : next, true);
        }}
      />
      <Command.List className="fb-list short">
        {typed === "" ? null : (
          <Command.Item value={`typed ${typed}`} className="menu-item" onSelect={onDone}>
            <span className="clip">“{typed}”</span>
            <span className="t-12 t-3 ml-auto">as typed</span>
          </Command.Item>
        )}
        {suggestions
          .filter((one) => one.value !== typed)
          .map((one) => (
            <Command.Item
              key={one.value}
              value={`value ${one.value}`}
              className="menu-item"
              onSelect={() => {
                setText(one.value);
                onChange(one.value);
                onDone();
              }}
            >
              <span className="clip">{one.label}</span>
              <Seen count={one.seen} />
            </Command.Item>
          ))}
      </Command.List>
    </Command>
  );
}
