import { formatCount } from "@/lib/format.ts";

/** How many the list below shows, where the page's head counts nothing. It keeps its place while it loads. */
export function ListCount({ total, nouns: [one, many] }: { total: number | null; nouns: readonly [string, string] }) {
  return (
    <span className="t-2 num whitespace-nowrap">
      <span data-testid="page-count">{total === null ? "…" : formatCount(total)}</span> {total === 1 ? one : many}
    </span>
  );
}
