/** A moment in the life of a record, as it stands in the address: `p1234` is right after an event, else a time. */
import { formatFull } from "@/lib/format.ts";

export type Moment = { position: number } | { at: string };

export function parseMoment(text: string | null): Moment | null {
  if (text === null || text === "") return null;
  if (/^p\d+$/.test(text)) return { position: Number(text.slice(1)) };
  const at = new Date(text);
  return Number.isNaN(at.getTime()) ? null : { at: at.toISOString() };
}

export function momentText(moment: Moment): string {
  return "position" in moment ? `p${moment.position}` : moment.at;
}

/** For queries: one of two arguments. */
export function momentArguments(moment: Moment | null): { at: string | null; position: number | null } {
  if (moment === null) return { at: null, position: null };
  return "position" in moment ? { at: null, position: moment.position } : { at: moment.at, position: null };
}

export interface Stop {
  position: number;
  at: string;
  eventType: string;
}

/** Which stop of the slider shows the record as of the moment; `stops.length` is now, -1 is before the first. */
export function stopOf(stops: readonly Stop[], moment: Moment | null): number {
  if (moment === null) return stops.length;
  const reached = (stop: Stop) =>
    "position" in moment ? stop.position <= moment.position : Date.parse(stop.at) <= Date.parse(moment.at);
  return stops.findLastIndex(reached);
}

/** `ContactFieldsChanged` as a person says it. */
export function eventWords(eventType: string): string {
  const words = eventType
    .replace(/^(Contact|Account)/, "")
    .replace(/([A-Z])/g, " $1")
    .trim()
    .toLowerCase();
  return words === "" ? eventType : words.charAt(0).toUpperCase() + words.slice(1);
}

export function stopWords(stop: Stop | undefined): string {
  return stop === undefined ? "Now" : `${eventWords(stop.eventType)}, ${formatFull(stop.at)}`;
}

/** What `datetime-local` takes: the viewer's own clock, without a zone. */
export function toLocalInput(iso: string): string {
  const date = new Date(iso);
  const local = new Date(date.getTime() - date.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 16);
}
