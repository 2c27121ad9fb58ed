import type { ReactNode } from "react";
import "./badge.css";

export type Tone = "neutral" | "primary" | "success" | "warning" | "danger" | "info" | "violet";

/** A state in running text or a page head. */
export function Badge({ tone = "neutral", children }: { tone?: Tone; children: ReactNode }) {
  return <span className={`badge ${tone}`}>{children}</span>;
}

/** A state in a table cell: a dot and its word, never the colour alone. `hollow` is something that waits. */
export function Status({ tone, children }: { tone: Tone | "hollow"; children: ReactNode }) {
  return (
    <span className="status">
      <span className={`dot ${tone}`} aria-hidden="true" />
      {children}
    </span>
  );
}

/** One of many values. */
export function Tag({ children }: { children: ReactNode }) {
  return <span className="tag">{children}</span>;
}
