import type { Tone } from "./badge.tsx";
import { countOf } from "@/lib/format.ts";
import "./badge.css";
import "./progress.css";

export interface OutcomePart {
  label: string;
  tone: Tone;
  value: number;
}

/** The parts of a whole, drawn to scale. Small parts keep a pixel, so that nothing that happened disappears. */
export function OutcomeBar({ parts, total, thin }: { parts: readonly OutcomePart[]; total: number; thin?: boolean }) {
  const shown = parts.filter((part) => part.value > 0);
  const said = shown.map((part) => `${countOf(part.value, "", "").trim()} ${part.label.toLowerCase()}`).join(", ");
  return (
    <div className={`bar ${thin ? "" : "thick"}`} role="img" aria-label={said === "" ? "Nothing yet" : said}>
      {shown.map((part) => (
        <span
          key={part.label}
          className={`part ${part.tone}`}
          style={{ width: total === 0 ? 0 : `${(part.value / total) * 100}%` }}
        />
      ))}
    </div>
  );
}
