import type { Tone } from "@/components/badge.tsx";
import type { Verdict } from "./queries.ts";

/** How a verdict looks and what it is called; never a colour alone. */
const VERDICTS: Record<Verdict, { tone: Tone | "hollow"; label: string }> = {
  PASS: { tone: "success", label: "Right" },
  WARN: { tone: "warning", label: "Could be better" },
  FAIL: { tone: "danger", label: "Wrong" },
  UNKNOWN: { tone: "neutral", label: "No answer" },
  NOT_NEEDED: { tone: "hollow", label: "Not needed" },
};

export function verdictOf(verdict: Verdict): { tone: Tone | "hollow"; label: string } {
  return VERDICTS[verdict];
}

/** Of a sender as a whole. */
export function healthOf(health: Verdict | null | undefined): { tone: Tone | "hollow"; label: string } {
  if (health === null || health === undefined) return { tone: "hollow", label: "Not checked yet" };
  if (health === "PASS") return { tone: "success", label: "All right" };
  return VERDICTS[health];
}
