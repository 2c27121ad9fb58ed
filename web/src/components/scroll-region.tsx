import type { ReactNode } from "react";

/** A frame around what is wider or longer than its place, a table above all: it scrolls by itself, with the keyboard too. */
export function ScrollRegion({
  label,
  className = "overflow-x-auto",
  children,
}: {
  /** What is in it, for who cannot see it. */
  label: string;
  className?: string;
  children: ReactNode;
}) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must be reachable by the keyboard
    <div className={className} tabIndex={0} role="region" aria-label={label}>
      {children}
    </div>
  );
}
