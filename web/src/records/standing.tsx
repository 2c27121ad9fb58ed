import { mentions } from "@/components/filter-builder/tree.ts";
import type { Json } from "@/lib/json.ts";
import type { ListState } from "@/lib/use-list-state.ts";
import type { FilterSpec } from "@/components/filter-bar/filter-bar.tsx";
import "@/components/field.css";

const NAME = "archived";
const CHOICES = [
  { value: "", label: "Active" },
  { value: "only", label: "Archived" },
  { value: "both", label: "Both" },
];

/** Part of what clears and of what an empty list explains; it has a control of its own and is no chip. */
export const STANDING: FilterSpec = { name: NAME, label: "Show", options: CHOICES, single: true };

/** The API's `archived`; null: both, also where the conditions ask for it themselves. */
export function archivedOf(filter: ListState["filter"], where: Json = null): boolean | null {
  if (mentions(where, "archived")) return null;
  const [choice] = filter(NAME);
  return choice === "both" ? null : choice === "only";
}

/** Which records the list is of: archived ones are a press away, and never mixed in unasked. */
export function StandingChoice({ state, nouns }: { state: ListState; nouns: string }) {
  const [chosen = ""] = state.filter(NAME);
  return (
    <span className="seg" role="group" aria-label={`Which ${nouns}`}>
      {CHOICES.map(({ value, label }) => (
        <button
          key={label}
          type="button"
          className={value === chosen ? "on" : ""}
          aria-pressed={value === chosen}
          onClick={() => state.setFilter(NAME, value === "" ? [] : [value])}
        >
          {label}
        </button>
      ))}
    </span>
  );
}
