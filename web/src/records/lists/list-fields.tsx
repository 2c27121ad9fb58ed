import { X } from "lucide-react";
import { Tag } from "@/components/badge.tsx";
import { Field, TextField } from "@/components/field.tsx";
import { Icon } from "@/components/icon.tsx";
import { RadioGroup } from "@/components/radio-group.tsx";
import type { List } from "@/features/audience/lists/queries.ts";
import { joined } from "../bulk/tags.ts";
import { sharingOf, useSharingOptions } from "../sharing.ts";
import { asShared, visibilityOf } from "./words.ts";
import "../bulk/bulk.css";

/** What people say about a list. */
export interface ListDraft {
  name: string;
  tags: readonly string[];
  /** Typed, and not ended by Enter: meant all the same. */
  tagText: string;
  /** "PRIVATE", "EVERYONE" or the id of a team. */
  sharing: string;
}

export const NEW_LIST: ListDraft = { name: "", tags: [], tagText: "", sharing: "PRIVATE" };

export const draftOf = (list: List): ListDraft => ({
  name: list.name,
  tags: list.tags,
  tagText: "",
  sharing: sharingOf(asShared(list)),
});

/** As it is sent. */
export function listSaid({ name, tags, tagText, sharing }: ListDraft) {
  return { name: name.trim(), tags: joined(tags, tagText), ...visibilityOf(sharing) };
}

export const NAME_MISSING = "A list needs a name by which it is found again.";

/** Name, tags and who sees it. `problemOf`: what the server, or the form, has against a field. */
export function ListFields({
  draft,
  onChange,
  problemOf,
  list = null,
  mayShare = true,
  autoFocus,
}: {
  draft: ListDraft;
  onChange: (patch: Partial<ListDraft>) => void;
  problemOf: (field: string) => string | undefined;
  /** The one that is changed. */
  list?: List | null;
  mayShare?: boolean;
  autoFocus?: boolean;
}) {
  const options = useSharingOptions(list === null ? null : asShared(list), "lists", "lists");
  return (
    <>
      <TextField
        label="Name"
        required
        {...(autoFocus === undefined ? {} : { autoFocus })}
        value={draft.name}
        maxLength={200}
        onChange={(event) => onChange({ name: event.target.value })}
        error={problemOf("name")}
      />
      <TagsField draft={draft} onChange={onChange} problem={problemOf("tags")} />
      {mayShare ? (
        <RadioGroup
          label="Who sees it"
          value={draft.sharing}
          onChange={(sharing) => onChange({ sharing })}
          options={options}
          error={problemOf("visibility") ?? problemOf("teamId")}
        />
      ) : (
        <p className="t-2">Who sees it is for {list?.ownerName ?? "its owner"} to say.</p>
      )}
    </>
  );
}

function TagsField({
  draft: { tags, tagText },
  onChange,
  problem,
}: {
  draft: ListDraft;
  onChange: (patch: Partial<ListDraft>) => void;
  problem: string | undefined;
}) {
  const put = (words: string) => onChange({ tags: joined(tags, words), tagText: "" });
  return (
    <Field label="Tags" error={problem} hint="Enter or a semicolon ends each. Can be left empty.">
      {(aria) => (
        <span className={`input tag-box ${problem === undefined ? "" : "bad"}`}>
          {tags.map((tag) => (
            <Tag key={tag}>
              {tag}
              <button
                type="button"
                aria-label={`Leave out ${tag}`}
                onClick={() => onChange({ tags: tags.filter((other) => other !== tag) })}
              >
                <Icon as={X} size="sm" />
              </button>
            </Tag>
          ))}
          <input
            {...aria}
            value={tagText}
            autoComplete="off"
            onChange={(event) => {
              const text = event.target.value;
              if (/[;,]/.test(text)) put(text);
              else onChange({ tagText: text });
            }}
            onKeyDown={(event) => {
              if (event.key === "Enter" && !event.ctrlKey && !event.metaKey && tagText.trim() !== "") {
                event.preventDefault();
                put(tagText);
              } else if (event.key === "Backspace" && tagText === "") onChange({ tags: tags.slice(0, -1) });
            }}
          />
        </span>
      )}
    </Field>
  );
}
