import { useQuery } from "@tanstack/react-query";
import { X } from "lucide-react";
import { useId } from "react";
import { Tag } from "@/components/badge.tsx";
import { Field } from "@/components/field.tsx";
import { Icon } from "@/components/icon.tsx";
import { RadioField } from "@/components/radio-field.tsx";
import { useDebounced } from "@/lib/use-debounced.ts";
import { suggestionsQuery } from "../filter-queries.ts";
import type { RecordKind } from "../record-kind.ts";
import type { Draft } from "./bulk-draft.ts";
import { joined } from "./tags.ts";

/** Tags to put on each, or to take off. What is in use already is suggested. */
export function TagsForm({
  kind,
  draft,
  problem,
  onChange,
}: {
  kind: RecordKind;
  draft: Draft;
  problem: string | undefined;
  onChange: (patch: Partial<Draft>) => void;
}) {
  const list = useId();
  const text = draft.tagText;
  const found = useQuery(suggestionsQuery(kind.entity, "tags", useDebounced(text.trim(), 150))).data ?? [];
  const put = (words: string) => onChange({ tags: joined(draft.tags, words), tagText: "" });
  return (
    <>
      <RadioField
        label="What to do"
        name="tags"
        value={draft.untag ? "remove" : "add"}
        onChange={(what) => onChange({ untag: what === "remove" })}
        options={[
          { value: "add", label: "Add tags", hint: "Those that are there stay" },
          { value: "remove", label: "Remove tags", hint: "Where they are" },
        ]}
      />
      <Field label="Tags" required error={problem} hint="Enter or a semicolon ends each.">
        {(aria) => (
          <span className={`input tag-box ${problem === undefined ? "" : "bad"}`}>
            {draft.tags.map((tag) => (
              <Tag key={tag}>
                {tag}
                <button
                  type="button"
                  aria-label={`Leave out ${tag}`}
                  onClick={() => onChange({ tags: draft.tags.filter((other) => other !== tag) })}
                >
                  <Icon as={X} size="sm" />
                </button>
              </Tag>
            ))}
            <input
              {...aria}
              list={list}
              value={text}
              autoFocus
              autoComplete="off"
              spellCheck={false}
              onChange={(event) =>
                /[;,]/.test(event.target.value) ? put(event.target.value) : onChange({ tagText: event.target.value })
              }
              onBlur={() => (text.trim() === "" ? undefined : put(text))}
              onKeyDown={(event) => {
                if (event.key === "Enter" && !event.ctrlKey && !event.metaKey && text.trim() !== "") {
                  // With nothing left to take in, Enter goes on with the form.
                  event.preventDefault();
                  put(text);
                } else if (event.key === "Backspace" && text === "" && draft.tags.length > 0) {
                  onChange({ tags: draft.tags.slice(0, -1) });
                }
              }}
            />
            <datalist id={list}>
              {found.map(({ value }) => (
                <option key={value} value={value} />
              ))}
            </datalist>
          </span>
        )}
      </Field>
    </>
  );
}
