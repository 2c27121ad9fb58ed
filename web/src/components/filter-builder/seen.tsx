import { formatCount } from "@/lib/format.ts";

/** How many records were seen to have a value. */
export function Seen({ count }: { count: number | null | undefined }) {
  if (count === null || count === undefined) return null;
  return <span className="mono t-3 ml-auto">{formatCount(count)}</span>;
}
