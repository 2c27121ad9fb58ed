/** The view a person's list opens with, kept among the preferences. */
import { preference, savePreference } from "@/lib/preferences.ts";

const keyOf = (list: string) => `defaultView.${list}`;

export function defaultView(list: string): string | null {
  const id = preference<unknown>(keyOf(list), null);
  return typeof id === "string" ? id : null;
}

export function setDefaultView(list: string, id: string | null): void {
  savePreference(keyOf(list), id);
}
