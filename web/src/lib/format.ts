/** Numbers, dates and sizes as the viewer's locale writes them. Stored times are UTC. */
const whole = new Intl.NumberFormat();
const dayMonth = new Intl.DateTimeFormat(undefined, { day: "numeric", month: "short" });
const dayMonthYear = new Intl.DateTimeFormat(undefined, { day: "numeric", month: "short", year: "numeric" });
const givenDay = new Intl.DateTimeFormat(undefined, {
  day: "numeric",
  month: "short",
  year: "numeric",
  timeZone: "UTC",
});
const clock = new Intl.DateTimeFormat(undefined, {
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});
const full = new Intl.DateTimeFormat(undefined, { dateStyle: "full", timeStyle: "short", hourCycle: "h23" });
const percent = new Intl.NumberFormat(undefined, { style: "percent", maximumFractionDigits: 1 });
const percentBelowOne = new Intl.NumberFormat(undefined, { style: "percent", maximumFractionDigits: 2 });
const monthYear = new Intl.DateTimeFormat(undefined, { month: "long", year: "numeric" });
const weekday = new Intl.DateTimeFormat(undefined, { weekday: "long", day: "numeric", month: "long" });

export function formatCount(value: number): string {
  return whole.format(value);
}

/** "1 contact", "1,284 contacts". */
export function countOf(value: number, one: string, many: string): string {
  return `${formatCount(value)} ${value === 1 ? one : many}`;
}

/** 0.125 to "12.5%"; below one percent with two places, as complaints are counted in them. */
export function formatPercent(fraction: number): string {
  return (fraction < 0.01 ? percentBelowOne : percent).format(fraction);
}

export function formatDay(iso: string, now: Date = new Date()): string {
  const date = new Date(iso);
  return date.getFullYear() === now.getFullYear() ? dayMonth.format(date) : dayMonthYear.format(date);
}

/** How a list shows a moment: the age while it is fresh, then the day. */
export function formatAge(iso: string, now: Date = new Date()): string {
  const date = new Date(iso);
  const minutes = Math.floor((now.getTime() - date.getTime()) / 60_000);
  if (minutes < 0) return formatDay(iso, now);
  if (minutes < 1) return "just now";
  if (minutes < 60) return `${minutes} min ago`;
  if (minutes < 24 * 60 && date.getDate() === now.getDate()) return `${Math.floor(minutes / 60)} h ago`;
  const yesterday = new Date(now);
  yesterday.setDate(now.getDate() - 1);
  if (date.toDateString() === yesterday.toDateString()) return "Yesterday";
  return formatDay(iso, now);
}

export function formatMoment(iso: string, now: Date = new Date()): string {
  return `${formatDay(iso, now)} ${clock.format(new Date(iso))}`;
}

/** A moment that is midnight in UTC to the second: somebody gave a day and no time. */
export function isDayOnly(iso: string): boolean {
  return /T00:00:00(\.0+)?(Z|\+00:00)$/.test(iso);
}

/** The day that was given, wherever it is read. */
export function formatGivenDay(iso: string): string {
  return givenDay.format(new Date(iso));
}

/** Names written in capitals, as a table of places holds what it does not know: "ÎLE-DE-FRANCE" is "Île-De-France". */
export function fromCapitals(text: string): string {
  if (text.length <= 3 || text !== text.toUpperCase()) return text;
  return text
    .toLowerCase()
    .replace(/(^|[\s\-/(.])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());
}

/** With weekday and year, for tooltips and headings: "Sunday, November 22, 2026 at 07:36", on the viewer's own clock. */
export function formatFull(iso: string): string {
  return full.format(new Date(iso));
}

export function formatMonth(iso: string): string {
  return monthYear.format(new Date(iso));
}

export function formatToday(now: Date = new Date()): string {
  return weekday.format(now);
}

export function formatBytes(bytes: number): string {
  const units = ["B", "KB", "MB", "GB"];
  let value = bytes;
  let unit = 0;
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return `${unit === 0 || value >= 100 ? Math.round(value) : value.toFixed(1)} ${units[unit]}`;
}

/** "2 s", "3 min", "1 h 10 min". */
export function formatDuration(seconds: number): string {
  if (seconds < 60) return `${Math.max(1, Math.round(seconds))} s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return `${minutes} min`;
  return minutes % 60 === 0 ? `${Math.floor(minutes / 60)} h` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** Seconds from now; 0 when the moment has passed. */
export function secondsUntil(iso: string, now: Date = new Date()): number {
  return Math.max(0, (new Date(iso).getTime() - now.getTime()) / 1000);
}

/** ISO 3166-1 alpha-2 to the country's name in the viewer's language; unknown codes stay as they are. */
export function countryName(code: string): string {
  try {
    return new Intl.DisplayNames(undefined, { type: "region" }).of(code) ?? code;
  } catch {
    return code;
  }
}

/** {"amount":"12000000","currency":"USD"} to "US$12,000,000". */
export function formatMoney(amount: string, currency: string): string {
  const number = Number(amount);
  if (!Number.isFinite(number)) return `${amount} ${currency}`;
  try {
    return new Intl.NumberFormat(undefined, {
      style: "currency",
      currency,
      maximumFractionDigits: Number.isInteger(number) ? 0 : 2,
    }).format(number);
  } catch {
    return `${whole.format(number)} ${currency}`;
  }
}

/** Calling codes of two digits; +1 and +7 have one, all others three (ITU-T E.164). */
const TWO_DIGIT_CODES = /^(2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58])/;

/** "+14155550132" to "+1 415 555 0132". Whatever is not the bare number of a machine stays as it was written. */
export function formatPhone(phone: string): string {
  if (!/^\+\d{7,15}$/.test(phone)) return phone;
  const digits = phone.slice(1);
  const length = /^[17]/.test(digits) ? 1 : TWO_DIGIT_CODES.test(digits) ? 2 : 3;
  const rest = digits.slice(length);
  const groups: string[] = [];
  for (let at = 0; at < rest.length;) {
    // The last group has up to four digits, so that none stands alone.
    const take = rest.length - at <= 4 ? rest.length - at : 3;
    groups.push(rest.slice(at, at + take));
    at += take;
  }
  return `+${digits.slice(0, length)} ${groups.join(" ")}`;
}

export function initials(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const first = words[0]?.[0] ?? "";
  const last = words.length > 1 ? (words[words.length - 1]?.[0] ?? "") : "";
  return (first + last).toUpperCase();
}

/** snake_case and CONSTANT_CASE words of the API as a person writes them: "catch_all" is "Catch all". */
export function sentence(word: string): string {
  const text = word.replaceAll("_", " ").toLowerCase();
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** "Europe/Berlin": where the viewer's days begin. */
export function viewerTimeZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}
