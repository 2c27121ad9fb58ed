import { formatCount } from "@/lib/format.ts";

/** What became of a pasted column: numbers that add up. */
export function PastedNote({
  added,
  duplicates,
  unknown = [],
}: {
  added: number;
  duplicates: number;
  unknown?: readonly string[];
}) {
  return (
    <p className="fb-note" role="status">
      {formatCount(added)} added
      {duplicates === 0 ? null : `, ${formatCount(duplicates)} were there already`}
      {unknown.length === 0 ? null : (
        <span className="c-warning">
          , {formatCount(unknown.length)} not known: {unknown.slice(0, 3).join(", ")}
          {unknown.length > 3 ? " and others" : ""}
        </span>
      )}
    </p>
  );
}
