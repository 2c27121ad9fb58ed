import type { ReactNode } from "react";
import { formatCount } from "@/lib/format.ts";
import "./page.css";

/** Title, count and the page's actions. The count keeps its place while it loads. */
export function PageHead({
  title,
  count,
  note,
  actions,
}: {
  title: string;
  /** null while loading; leave out where there is nothing to count. */
  count?: number | null;
  note?: ReactNode;
  actions?: ReactNode;
}) {
  return (
    <div className="page-head">
      <h1>{title}</h1>
      {count === undefined ? null : (
        <span className="count num" data-testid="page-count">
          {count === null ? <span className="t-3">…</span> : formatCount(count)}
        </span>
      )}
      {note}
      <div className="actions">{actions}</div>
    </div>
  );
}
