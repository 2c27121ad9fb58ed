import { useQuery } from "@tanstack/react-query";
import { Combobox } from "@/components/combobox.tsx";
import { type Snippet, snippetsQuery } from "./queries.ts";

/** The words of a snippet without how they look. */
function said({ blocks }: Snippet): string {
  if (!Array.isArray(blocks)) return "";
  const words = blocks.map((block) => {
    if (block === null || typeof block !== "object" || Array.isArray(block)) return "";
    const { text, label, alt } = block;
    return [text, label, alt].find((one): one is string => typeof one === "string" && one !== "") ?? "";
  });
  return words.filter((one) => one !== "").join(" · ");
}

/** Which snippet stands there; below it, what it says now. */
export function SnippetField({
  value,
  onChange,
  error,
  autoFocus = false,
}: {
  /** Its name; empty: none is chosen yet. */
  value: string;
  onChange: (name: string) => void;
  error?: string | undefined;
  autoFocus?: boolean;
}) {
  const query = useQuery(snippetsQuery);
  const snippets = (query.data ?? []).filter((one) => !one.archived || one.name === value);
  const chosen = snippets.find(({ name }) => name === value);
  return (
    <>
      <Combobox
        label="Snippet"
        required
        autoFocus={autoFocus}
        options={snippets.map(({ name, brandName }) => ({ value: name, label: `${brandName}: ${name}` }))}
        value={value === "" ? [] : [value]}
        onChange={([name]) => onChange(name ?? value)}
        error={error}
        hint="A draft shows its newest words; a submitted version keeps those it was submitted with."
        placeholder={query.isPending ? "Loading" : query.data?.length === 0 ? "There are none yet" : "Choose a snippet"}
      />
      {chosen === undefined ? null : <p className="t-2 break-words">{said(chosen)}</p>}
    </>
  );
}
