/** Clocks of time zones, by what the browser knows of them: a field for moments knows none. */

const DAY = 24 * 3_600_000;

/** What the clocks of a zone show at a moment, as a field for moments holds it: "2026-03-29T09:00". */
export function localIn(zone: string, moment: Date): string {
  const parts = new Map(
    new Intl.DateTimeFormat("en-CA", {
      timeZone: zone,
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
      hourCycle: "h23",
    })
      .formatToParts(moment)
      .map(({ type, value }) => [type, value]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? "00";
  return `${part("year")}-${part("month")}-${part("day")}T${part("hour")}:${part("minute")}`;
}

/**
 * The moment at which the clocks of a zone show this; null for what is no time. What they show twice means the first; what they
 * leave out is as much later as they were put forward.
 */
export function momentOf(zone: string, local: string): Date | null {
  const shown = Date.parse(`${local}Z`);
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(local) || Number.isNaN(shown)) return null;
  const [before, after] = [shown - DAY, shown + DAY].map((at) => offsetAt(zone, at)) as [number, number];
  const fitting = [shown - Math.max(before, after), shown - Math.min(before, after)].find(
    (at) => localIn(zone, new Date(at)) === local,
  );
  return new Date(fitting ?? shown - before);
}

/** Milliseconds by which the clocks are ahead of UTC. */
function offsetAt(zone: string, at: number): number {
  return Date.parse(`${localIn(zone, new Date(at))}Z`) - at;
}

/** Every zone that the browser knows, and UTC. */
export function zones(): string[] {
  const known = Intl.supportedValuesOf("timeZone");
  return known.includes("UTC") ? known : [...known, "UTC"];
}
