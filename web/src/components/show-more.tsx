import { formatCount } from "@/lib/format.ts";
import { Button } from "./button.tsx";

/** The way to the next rows of a list that is read page by page, with how many of all are here. */
export function ShowMore({
  query,
  shown,
  total,
}: {
  query: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => Promise<unknown> };
  shown: number;
  total: number;
}) {
  if (!query.hasNextPage) return null;
  return (
    <div className="row p-4">
      <Button small busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
        Show more
      </Button>
      <span className="t-3 t-12">
        {formatCount(shown)} of {formatCount(total)}
      </span>
    </div>
  );
}
