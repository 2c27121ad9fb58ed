import { Command } from "cmdk";
import { Check } from "lucide-react";
import { useState } from "react";
import { formatCount } from "@/lib/format.ts";
import { wordMatch } from "@/lib/word-match.ts";
import { Icon } from "../icon.tsx";
import { isSeveral, merged, parsePasted } from "./paste.ts";
import { PastedNote } from "./pasted-note.tsx";
import { useFilterSetup } from "./setup.ts";
import type { Suggestion } from "./types.ts";
import { Seen } from "./seen.tsx";
import { useSuggestions } from "./use-suggestions.ts";
import type { EditorProps } from "./value-editor.tsx";
import { textOf } from "./values.ts";

/** One or several of the values there are: a choice, a country, a colleague, an account. */
export function ChoiceEditor({ field, value, onChange, onDone, label, multiple }: EditorProps & { multiple: boolean }) {
  const { optionsOf, named, nameOf } = useFilterSetup();
  const options = optionsOf(field);
  const [typed, setTyped] = useState("");
  const [note, setNote] = useState<{ added: number; duplicates: number; unknown: readonly string[] } | null>(null);
  const { suggestions, looking } = useSuggestions(field, typed, options === null);
  const chosen = Array.isArray(value) ? value.map(textOf) : [textOf(value)].filter((text) => text !== "");
  // What was chosen when this opened stands first, and stays there while it is looked at.
  const [first] = useState(chosen);
  const known = options ?? suggestions;
  const leading = (typed === "" || options !== null ? first : []).map(
    (id): Suggestion => known.find((one) => one.value === id) ?? { value: id, label: nameOf(field, id) ?? id },
  );
  const rest = known.filter((one) => !first.includes(one.value) || (typed !== "" && options === null));

  const pick = (one: Suggestion) => {
    named(field, one);
    if (!multiple) {
      onChange(one.value);
      onDone();
      return;
    }
    const next = chosen.includes(one.value) ? chosen.filter((id) => id !== one.value) : [...chosen, one.value];
    onChange(next.length === 0 ? undefined : next);
  };
  const paste = (text: string) => {
    const pasted = parsePasted(text);
    const unknown: string[] = [];
    const ids = pasted.values.flatMap((words) => {
      const found = options?.find((one) => sameWords(one, words));
      if (found === undefined) unknown.push(words);
      return found?.value ?? [];
    });
    const { values, duplicates } = merged(chosen, ids);
    setNote({ added: values.length - chosen.length, duplicates: duplicates + pasted.duplicates, unknown });
    if (values.length > 0) onChange(values);
  };

  return (
    <Command label={label} shouldFilter={options !== null} filter={wordMatch} loop>
      <Command.Input
        className="menu-find"
        placeholder={multiple && options !== null ? "Find, or paste a column" : "Type to find"}
        autoFocus
        value={typed}
        onValueChange={setTyped}
        onPaste={(event) => {
          const text = event.clipboardData.getData("text");
          if (!multiple || options === null || !isSeveral(text)) return;
          event.preventDefault();
          paste(text);
        }}
      />
      {note === null ? null : <PastedNote {...note} />}
      <Command.List className="fb-list">
        <Command.Empty className="t-3 px-2 py-3">
          {looking ? "Looking" : "Nothing found. Try fewer letters."}
        </Command.Empty>
        {[...leading, ...rest].map((one) => (
          <Command.Item
            key={one.value}
            value={`${one.label} ${one.value}`}
            className="menu-item"
            aria-checked={chosen.includes(one.value)}
            onSelect={() => pick(one)}
          >
            <span className="flex w-4">{chosen.includes(one.value) ? <Icon as={Check} /> : null}</span>
            <span className="clip">{one.label}</span>
            <Seen count={one.seen} />
          </Command.Item>
        ))}
      </Command.List>
      {multiple && chosen.length > 0 ? (
        <div className="fb-foot-line">
          <span className="num">{formatCount(chosen.length)} chosen</span>
          <button type="button" className="link" onClick={() => onChange(undefined)}>
            Choose none
          </button>
        </div>
      ) : null}
    </Command>
  );
}

function sameWords(one: Suggestion, words: string): boolean {
  const bare = (text: string) => text.toLowerCase().replaceAll(/[\s_-]+/g, " ");
  return bare(one.label) === bare(words) || bare(one.value) === bare(words);
}
