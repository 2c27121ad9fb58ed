/** Which part of the timeline is wanted, as its filters say it and as the API is asked. */
import type { TimelineFilter } from "@/gql/graphql.ts";

export interface TimelineWanted {
  kinds: string[];
  /** A user's id, {@link NOBODY}, or empty for anybody. */
  actor: string;
  /** Days on the viewer's calendar, `2026-03-01`; empty for open ends. */
  from: string;
  /** Part of what is shown. */
  to: string;
}

/** What Pivotal did by itself. */
export const NOBODY = "system";

export const EVERYTHING: TimelineWanted = { kinds: [], actor: "", from: "", to: "" };

export function isEverything(wanted: TimelineWanted): boolean {
  return wanted.kinds.length === 0 && wanted.actor === "" && wanted.from === "" && wanted.to === "";
}

/** A day begins where the viewer is. */
function startOf(day: string, later = 0): string | null {
  if (day === "") return null;
  const date = new Date(`${day}T00:00`);
  if (Number.isNaN(date.getTime())) return null;
  date.setDate(date.getDate() + later);
  return date.toISOString();
}

export function toFilter(wanted: TimelineWanted): TimelineFilter | null {
  if (isEverything(wanted)) return null;
  return {
    kinds: wanted.kinds,
    actorId: wanted.actor === "" || wanted.actor === NOBODY ? null : wanted.actor,
    system: wanted.actor === NOBODY,
    from: startOf(wanted.from),
    to: startOf(wanted.to, 1),
  };
}
