import type { LucideIcon } from "lucide-react";

/** A 16 px line icon (14 small, 20 large). Decorative: its button or row carries the words. */
export function Icon({
  as: Glyph,
  size = "md",
  className,
}: {
  as: LucideIcon;
  size?: "sm" | "md" | "lg";
  className?: string;
}) {
  const step = size === "md" ? "" : size === "sm" ? "i-sm" : "i-lg";
  return <Glyph className={`i ${step} ${className ?? ""}`} aria-hidden="true" />;
}
