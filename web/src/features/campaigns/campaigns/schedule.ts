/** When a campaign sends and how fast, as the form holds it. The server decides what it may be; this says what is no answer at all. */
import { formatCount } from "@/lib/format.ts";
import type { Campaign } from "./queries.ts";
import { localIn, momentOf } from "./zones.ts";

const DAY = 24 * 3_600_000;

export const DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"] as const;

/** Hours of the week in which mail may leave. */
export interface WindowsDraft {
  /** From Monday on. */
  days: readonly boolean[];
  /** "09:00" */
  from: string;
  to: string;
}

export interface ScheduleDraft {
  start: "now" | "at";
  /** What the clocks of the zone show then: "2026-11-24T09:00". */
  at: string;
  zone: string;
  /** At that time in each recipient's zone. */
  inRecipientsZone: boolean;
  /** Null: at any hour. */
  windows: WindowsDraft | null;
  /** Nothing leaves after it, by the clocks of the zone; empty: no end. */
  ends: string;
  /** Mails a second; empty: as fast as the account lets them. */
  perSecond: string;
  respectsCap: boolean;
}

/** As the API keeps it, whatever it calls the parts. */
export interface KeptSchedule {
  at: string | null;
  zone: string;
  inRecipientsZone: boolean;
  windows: { days: readonly boolean[]; fromMinute: number; toMinute: number } | null;
  endsAt: string | null;
  perSecond: number | null;
  respectsCap: boolean;
}

/** Of a campaign as it was read; null: nobody said anything yet. */
export function keptSchedule({ schedule }: Pick<Campaign, "schedule">): KeptSchedule | null {
  if (!schedule) return null;
  return {
    at: schedule.at ?? null,
    zone: schedule.zone,
    inRecipientsZone: schedule.inRecipientsZone,
    windows: schedule.windows ?? null,
    endsAt: schedule.endsAt ?? null,
    perSecond: schedule.perSecond ?? null,
    respectsCap: schedule.respectsCap,
  };
}

export const WORKING_HOURS: WindowsDraft = {
  days: [true, true, true, true, true, false, false],
  from: "09:00",
  to: "17:00",
};

export function noSchedule(zone: string): ScheduleDraft {
  return {
    start: "now",
    at: "",
    zone,
    inRecipientsZone: false,
    windows: null,
    ends: "",
    perSecond: "",
    respectsCap: true,
  };
}

export function scheduleOf(kept: KeptSchedule): ScheduleDraft {
  return {
    start: kept.at === null ? "now" : "at",
    at: kept.at?.slice(0, 16) ?? "",
    zone: kept.zone,
    inRecipientsZone: kept.inRecipientsZone,
    windows:
      kept.windows === null
        ? null
        : {
            days: kept.windows.days,
            from: fieldOf(kept.windows.fromMinute),
            to: fieldOf(kept.windows.toMinute),
          },
    ends: kept.endsAt === null ? "" : localIn(kept.zone, new Date(kept.endsAt)),
    perSecond: kept.perSecond === null ? "" : String(kept.perSecond),
    respectsCap: kept.respectsCap,
  };
}

export type ScheduleField = "at" | "windows" | "ends" | "perSecond";

/** What cannot be sent as it is, by the field; nothing: it can. */
export function mistakesIn(draft: ScheduleDraft): Partial<Record<ScheduleField, string>> {
  const found: Partial<Record<ScheduleField, string>> = {};
  if (draft.start === "at" && momentOf(draft.zone, draft.at) === null) found.at = "Choose a day and a time to start.";
  if (draft.windows !== null) {
    const { days, from, to } = draft.windows;
    const [first, last] = [minuteOf(from), minuteOf(to)];
    if (!days.includes(true)) found.windows = "Choose at least one day.";
    else if (first === null || last === null) found.windows = "Give both times, such as 09:00 and 17:00.";
    else if (first >= last) found.windows = "The window ends before it begins. Choose a later end.";
  }
  if (draft.ends !== "" && momentOf(draft.zone, draft.ends) === null)
    found.ends = "Choose a day and a time, or neither.";
  const pace = draft.perSecond.trim();
  if (pace !== "" && !/^[1-9]\d{0,5}$/.test(pace)) found.perSecond = "Give a whole number above 0, or nothing.";
  return found;
}

/** Only of a draft without mistakes. */
export function keptOf(draft: ScheduleDraft): KeptSchedule {
  const { windows } = draft;
  return {
    at: draft.start === "at" ? `${draft.at}:00` : null,
    zone: draft.zone,
    inRecipientsZone: draft.inRecipientsZone,
    windows:
      windows === null
        ? null
        : { days: windows.days, fromMinute: minuteOf(windows.from) ?? 0, toMinute: minuteOf(windows.to) ?? 0 },
    endsAt: draft.ends === "" ? null : (momentOf(draft.zone, draft.ends)?.toISOString() ?? null),
    perSecond: draft.perSecond.trim() === "" ? null : Number(draft.perSecond),
    respectsCap: draft.respectsCap,
  };
}

/** Minutes since midnight as a clock shows them; the end of the day is 24:00. */
export function clockOf(minute: number): string {
  const two = (number: number) => String(number).padStart(2, "0");
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}

/** A field for times knows no 24:00, so that 23:59 is the end of the day. */
const fieldOf = (minute: number): string => (minute >= 24 * 60 ? "23:59" : clockOf(minute));

export function minuteOf(clock: string): number | null {
  const [, hours = "", minutes = ""] = /^(\d{2}):(\d{2})$/.exec(clock) ?? [];
  if (hours === "" || Number(hours) > 24 || Number(minutes) > 59) return null;
  const minute = Number(hours) * 60 + Number(minutes);
  return minute >= 24 * 60 - 1 ? 24 * 60 : minute;
}

/** "Mon–Fri 09:00–17:00" */
export function windowWords({ days, fromMinute, toMinute }: NonNullable<KeptSchedule["windows"]>): string {
  const short = DAYS.map((day) => day.slice(0, 3));
  const runs: string[] = [];
  for (let from = 0; from < 7; from += 1) {
    if (!days[from]) continue;
    let to = from;
    while (days[to + 1]) to += 1;
    const [first, last] = [short[from] ?? "", short[to] ?? ""];
    runs.push(from === to ? first : to === from + 1 ? `${first}, ${last}` : `${first}–${last}`);
    from = to;
  }
  return `${runs.join(", ")} ${clockOf(fromMinute)}–${clockOf(toMinute)}`;
}

/** When hours open the next time, by the clocks of their zone; null while they are open, and where they never are. */
export function opensAt(windows: NonNullable<KeptSchedule["windows"]>, zone: string, now = new Date()): Date | null {
  const local = localIn(zone, now);
  const minute = Number(local.slice(11, 13)) * 60 + Number(local.slice(14, 16));
  const today = Date.parse(`${local.slice(0, 10)}T00:00Z`);
  for (let ahead = 0; ahead <= 7; ahead += 1) {
    const day = new Date(today + ahead * DAY);
    // Sunday is the first for them.
    if (!windows.days[(day.getUTCDay() + 6) % 7]) continue;
    if (ahead === 0 && minute >= windows.fromMinute && minute < windows.toMinute) return null;
    if (ahead > 0 || minute < windows.fromMinute) {
      return momentOf(zone, `${day.toISOString().slice(0, 10)}T${clockOf(windows.fromMinute)}`);
    }
  }
  return null;
}

/** When it starts, in a sentence. */
export function startWords({ at, zone, inRecipientsZone }: KeptSchedule): string {
  if (at === null) return "At once, when it is launched";
  return `${at.slice(0, 10)} ${at.slice(11, 16)} ${clockWords({ zone, inRecipientsZone })}`;
}

/** Whose clock hours are read on. */
export const clockWords = ({ zone, inRecipientsZone }: Pick<KeptSchedule, "zone" | "inRecipientsZone">): string =>
  inRecipientsZone ? "where each recipient is" : `in ${zone}`;

/** How fast and when it may send, in a line. */
export function paceWords(kept: KeptSchedule): string {
  return [
    kept.perSecond === null ? "As fast as the account allows" : `At most ${formatCount(kept.perSecond)} a second`,
    ...(kept.windows === null ? [] : [`${windowWords(kept.windows)} ${clockWords(kept)}`]),
    // The end is one moment for everybody.
    ...(kept.endsAt === null
      ? []
      : [`until ${localIn(kept.zone, new Date(kept.endsAt)).replace("T", " ")} in ${kept.zone}`]),
    kept.respectsCap ? "keeps to the frequency cap" : "over the frequency cap",
  ].join(", ");
}
