import { initials } from "@/lib/format.ts";
import "./avatar.css";

const HUES = ["b", "g", "y", "v", "c", "r"] as const;

/** The same name always gets the same hue. */
function hueOf(name: string): string {
  let sum = 0;
  for (const char of name) sum = (sum * 31 + (char.codePointAt(0) ?? 0)) >>> 0;
  return HUES[sum % HUES.length] ?? "b";
}

/** Initials for a person (round) or a company (square). Decorative, the name stands beside it. */
export function Avatar({ name, square, size }: { name: string; square?: boolean; size?: "sm" | "lg" }) {
  return (
    <span className={`av ${hueOf(name)} ${square ? "sq" : ""} ${size ?? ""}`} aria-hidden="true">
      {square ? initials(name).slice(0, 1) : initials(name)}
    </span>
  );
}
