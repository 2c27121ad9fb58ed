/** What is sent to the server when somebody chooses what comes by mail. No React. */
import type { NotificationMailSetInput } from "@/gql/graphql.ts";
import type { NotificationDigest, NotificationPreference } from "./queries.ts";

export const hourOptions = Array.from({ length: 24 }, (_, hour) => ({
  value: String(hour),
  label: `${String(hour).padStart(2, "0")}:00`,
}));

/** Where the person is, the zone that is chosen, and the rest of those the browser knows. */
export function zoneOptions(chosen: string): { value: string; label: string }[] {
  const known = Intl.supportedValuesOf("timeZone");
  const zones = new Set([chosen, here(), "UTC", ...known]);
  return [...zones].map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }));
}

export const here = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone || "UTC";

/** Who turns the digest on for the first time means their own clock. */
export function turned(before: NotificationDigest, next: NotificationDigest): NotificationDigest {
  const first = before.every === "OFF" && next.every !== "OFF" && before.timeZone === "UTC";
  return first ? { ...next, timeZone: here() } : next;
}

/** All of it, as the server replaces all of it. */
export function mailInput(
  kinds: readonly NotificationPreference[],
  digest: NotificationDigest,
): NotificationMailSetInput {
  return {
    atOnce: kinds.filter((one) => one.emailAtOnce).map((one) => one.kind),
    digestOff: kinds.filter((one) => !one.emailDigest).map((one) => one.kind),
    every: digest.every,
    hour: digest.hour,
    timeZone: digest.timeZone,
  };
}
