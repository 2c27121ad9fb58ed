import type { ReactNode } from "react";
import { useSearchParams } from "react-router";
import { isKept, keptText } from "@/lib/long-filter.ts";
import "@/components/filter-builder/filter-builder.css";

/** Says where a filter is that the address only names, and the way to make it last. `as`: "a view". */
export function LongFilter({ as, act }: { as: string; act?: ReactNode }) {
  const [params] = useSearchParams();
  const written = params.get("filter");
  if (written === null || !isKept(written)) return null;
  return (
    <p className="fb-long t-2 row" role="status">
      {keptText(written) === undefined ? (
        `This link names a filter that is kept in the tab it was made in. Ask whoever sent it to save it as ${as}.`
      ) : (
        <>
          <span className="min-w-0">
            This filter is too long for a link. This tab keeps it; saved as {as} it can be found again and shared.
          </span>
          {act}
        </>
      )}
    </p>
  );
}
