import { countOf } from "@/lib/format.ts";
import { Kbd } from "../kbd.tsx";

/** The exact total, when it is known, and the keys that work on the rows. */
export function TableFoot({
  nouns: [one, many],
  total,
  canPick,
  canEdit,
}: {
  nouns: [string, string];
  total: number | null;
  canPick: boolean;
  canEdit: boolean;
}) {
  return (
    <div className="dt-foot">
      <span className="num">{total === null ? `Counting ${many}` : countOf(total, one, many)}</span>
      <span className="dt-foot-keys ml-auto flex items-center gap-4 max-md:hidden" aria-hidden="true">
        <span className="flex items-center gap-1.5">
          <Kbd keys="j" />
          <Kbd keys="k" /> walk
        </span>
        {canPick ? (
          <span className="flex items-center gap-1.5">
            <Kbd keys="x" /> select
          </span>
        ) : null}
        {canEdit ? (
          <span className="flex items-center gap-1.5">
            <Kbd keys="e" /> edit
          </span>
        ) : null}
      </span>
    </div>
  );
}
