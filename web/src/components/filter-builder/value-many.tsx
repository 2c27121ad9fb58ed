import { Command } from "cmdk";
import { ClipboardPaste, Plus, X } from "lucide-react";
import { useState } from "react";
import { formatCount } from "@/lib/format.ts";
import { Button } from "../button.tsx";
import { Icon } from "../icon.tsx";
import { isSeveral, merged, parsePasted } from "./paste.ts";
import { PastedNote } from "./pasted-note.tsx";
import { Seen } from "./seen.tsx";
import { useFilterSetup } from "./setup.ts";
import { useSuggestions } from "./use-suggestions.ts";
import type { EditorProps } from "./value-editor.tsx";
import { isNumeric, numberFrom, textOf } from "./values.ts";
import "../badge.css";

/** Tags drawn; thousands of pasted values are counted. */
const SHOWN = 12;

/** Several values: typed one by one, chosen from those that records have, or pasted as a column. */
export function ManyEditor({ field, op, value, onChange, label }: EditorProps) {
  const [typed, setTyped] = useState("");
  const [column, setColumn] = useState<string | null>(null);
  const [note, setNote] = useState<{ added: number; duplicates: number } | null>(null);
  const { nameOf } = useFilterSetup();
  const { suggestions } = useSuggestions(field, typed);
  const chosen = Array.isArray(value) ? value.map(textOf) : [];
  const set = (values: readonly string[]) => {
    const kept = isNumeric(field, op) ? values.map(numberFrom) : [...values];
    onChange(kept.length === 0 ? undefined : kept);
  };
  const addAll = (more: readonly string[], dropped = 0) => {
    const { values, duplicates } = merged(chosen, more);
    setNote(more.length > 1 ? { added: values.length - chosen.length, duplicates: duplicates + dropped } : null);
    setTyped("");
    set(values);
  };
  const toggle = (one: string) => {
    if (chosen.includes(one)) set(chosen.filter((other) => other !== one));
    else addAll([one]);
  };

  if (column !== null) {
    const pasted = parsePasted(column);
    return (
      <div className="flex flex-col gap-2 p-2">
        <span className="input area">
          <textarea
            rows={8}
            className="mono"
            aria-label={`${label}, one value a line`}
            placeholder="Paste a column here: one value a line, or parted by tabs or commas"
            autoFocus
            value={column}
            onChange={(event) => setColumn(event.target.value)}
            // The browser's own way takes half a minute for thousands of lines.
            onPaste={(event) => {
              event.preventDefault();
              const { selectionStart, selectionEnd } = event.currentTarget;
              const text = event.clipboardData.getData("text");
              setColumn(column.slice(0, selectionStart) + text + column.slice(selectionEnd));
            }}
          />
        </span>
        <span className="hint" role="status">
          {formatCount(pasted.values.length)} {pasted.values.length === 1 ? "value" : "values"}
          {pasted.duplicates === 0 ? null : `, ${formatCount(pasted.duplicates)} repeated and dropped`}
        </span>
        <div className="row">
          <Button
            small
            variant="primary"
            disabledReason={pasted.values.length === 0 ? "There is nothing pasted yet" : undefined}
            onClick={() => {
              setColumn(null);
              addAll(pasted.values, pasted.duplicates);
            }}
          >
            Add {formatCount(pasted.values.length)}
          </Button>
          <Button small variant="quiet" onClick={() => setColumn(null)}>
            Back
          </Button>
        </div>
      </div>
    );
  }

  const offered = suggestions.filter((one) => !chosen.includes(one.value));
  return (
    <Command label={label} shouldFilter={false} loop>
      {chosen.length === 0 ? null : (
        <div className="fb-tags">
          {chosen.slice(0, SHOWN).map((one) => (
            <span key={one} className="tag">
              <span className="clip max-w-40">{nameOf(field, one) ?? one}</span>
              <button type="button" aria-label={`Remove ${one}`} onClick={() => toggle(one)}>
                <Icon as={X} />
              </button>
            </span>
          ))}
          {chosen.length > SHOWN ? <span className="t-12 t-3">+{formatCount(chosen.length - SHOWN)} more</span> : null}
        </div>
      )}
      <Command.Input
        className="menu-find"
        placeholder="Type, or paste a column"
        autoFocus
        value={typed}
        onValueChange={setTyped}
        onPaste={(event) => {
          const text = event.clipboardData.getData("text");
          if (!isSeveral(text)) return;
          event.preventDefault();
          const pasted = parsePasted(text);
          addAll(pasted.values, pasted.duplicates);
        }}
        onKeyDown={(event) => {
          if (event.key === "Backspace" && typed === "" && chosen.length > 0) set(chosen.slice(0, -1));
        }}
      />
      {note === null ? null : <PastedNote {...note} />}
      <Command.List className="fb-list short">
        {typed.trim() === "" ? null : (
          <Command.Item value={`typed ${typed.trim()}`} className="menu-item" onSelect={() => addAll([typed.trim()])}>
            <Icon as={Plus} />
            <span className="clip">Add “{typed.trim()}”</span>
          </Command.Item>
        )}
        {offered.map((one) => (
          <Command.Item
            key={one.value}
            value={`value ${one.value}`}
            className="menu-item"
            onSelect={() => toggle(one.value)}
          >
            <span className="clip">{one.label}</span>
            <Seen count={one.seen} />
          </Command.Item>
        ))}
      </Command.List>
      <div className="fb-foot-line">
        <span className="num">
          {chosen.length === 0
            ? "No value yet"
            : `${formatCount(chosen.length)} ${chosen.length === 1 ? "value" : "values"}`}
        </span>
        {chosen.length === 0 ? null : (
          <button type="button" className="link" onClick={() => set([])}>
            Remove all
          </button>
        )}
        <button type="button" className="link row gap-1" onClick={() => setColumn("")}>
          <Icon as={ClipboardPaste} size="sm" />
          Paste a column
        </button>
      </div>
    </Command>
  );
}
