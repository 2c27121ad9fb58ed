import { useEffect, useRef } from "react";
import { Badge, type Tone } from "@/components/badge.tsx";
import { Checkbox } from "@/components/checkbox.tsx";
import type { DuplicateClass } from "@/gql/graphql.ts";
import type { Pair } from "./queries.ts";

export const CLASSES: Record<DuplicateClass, { label: string; tone: Tone }> = {
  EXACT: { label: "Exact", tone: "success" },
  DUPLICATE: { label: "Likely", tone: "primary" },
  REVIEW: { label: "Look closer", tone: "warning" },
};

/** The queue, the likeliest first. */
export function PairList({
  pairs,
  open,
  selected,
  onOpen,
  onSelect,
}: {
  pairs: Pair[];
  open: string | null;
  selected: ReadonlySet<string>;
  onOpen: (id: string) => void;
  onSelect: (id: string, on: boolean) => void;
}) {
  const list = useRef<HTMLUListElement>(null);
  // Walked to by keys, it comes into sight.
  useEffect(() => {
    list.current?.querySelector(`[data-pair="${open ?? ""}"]`)?.scrollIntoView({ block: "nearest" });
  }, [open]);
  return (
    <ul className="dup-list" aria-label="Pairs" ref={list}>
      {pairs.map((pair) => (
        <li key={pair.id} data-pair={pair.id} className={pair.id === open ? "open" : ""}>
          <Checkbox
            label={`Select ${pair.names.join(" and ")}`}
            checked={selected.has(pair.id)}
            onChange={(on: boolean) => onSelect(pair.id, on)}
          />
          <button type="button" aria-current={pair.id === open} onClick={() => onOpen(pair.id)}>
            <span className="clip med block">{pair.names[0]}</span>
            <span className="clip med mb-1 block">{pair.names[1]}</span>
            <span className="row">
              <Badge tone={CLASSES[pair.class].tone}>{CLASSES[pair.class].label}</Badge>
              <span className="num t-3">{Math.floor(pair.score * 1000) / 10} %</span>
            </span>
            <span className="dup-why">{pair.reasons.slice(0, 3).join(", ")}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
