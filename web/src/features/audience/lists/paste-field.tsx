import { TextAreaField } from "@/components/field.tsx";
import type { Entity } from "@/gql/graphql.ts";
import { countOf, formatCount } from "@/lib/format.ts";
import { entriesOf, PASTED_MAX } from "@/records/lists/words.ts";

const WHAT = {
  CONTACT: { label: "Ids or emails of contacts", hint: "One per line, or a column of a spreadsheet." },
  ACCOUNT: { label: "Ids or domains of accounts", hint: "One per line, or a column of a spreadsheet." },
};

/** Why what was pasted cannot be sent; undefined: it can. */
export function pasteProblem(text: string): string | undefined {
  const count = entriesOf(text).length;
  return count > PASTED_MAX
    ? `${formatCount(count)} entries were pasted; at most ${formatCount(PASTED_MAX)} are read at once. Paste the rest afterwards.`
    : undefined;
}

/** A column of a spreadsheet, or whatever else names records. */
export function PasteField({
  entity,
  text,
  onChange,
  error,
  required,
  autoFocus,
}: {
  entity: Entity;
  text: string;
  onChange: (text: string) => void;
  error?: string | undefined;
  required?: boolean;
  autoFocus?: boolean;
}) {
  const { label, hint } = WHAT[entity];
  const count = entriesOf(text).length;
  return (
    <TextAreaField
      label={label}
      {...(required === undefined ? {} : { required })}
      {...(autoFocus === undefined ? {} : { autoFocus })}
      rows={6}
      className="mono"
      spellCheck={false}
      value={text}
      onChange={(event) => onChange(event.target.value)}
      error={error ?? pasteProblem(text)}
      hint={
        count === 0
          ? `${hint}${required ? "" : " Left empty, the list is empty until something is added."}`
          : `${countOf(count, "entry", "entries")}, each once.`
      }
    />
  );
}
