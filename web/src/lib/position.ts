/**
 * Read your own writes: every command answers with its position in the log, every later read asks for at least that
 * position (`x-pivotal-after`), so a list never shows the state before one's own change.
 */
let highest = 0;

export function rememberPosition(position: number | null | undefined): void {
  if (typeof position === "number" && Number.isFinite(position) && position > highest) highest = position;
}

export function positionHeader(): Record<string, string> {
  return highest > 0 ? { "x-pivotal-after": String(highest) } : {};
}

export function forgetPosition(): void {
  highest = 0;
}

/** Finds the `position` of each payload in a mutation's answer. */
export function rememberPositionsIn(data: unknown): void {
  if (typeof data !== "object" || data === null) return;
  for (const payload of Object.values(data)) {
    if (typeof payload === "object" && payload !== null && "position" in payload) {
      const { position } = payload as { position: unknown };
      if (typeof position === "number") rememberPosition(position);
    }
  }
}
