/**
 * A list opened with a saved view says in the URL only what differs from the view. These two lay the URL over what the
 * view says, and take away again what the view says by itself. Pure text; nothing here knows what a parameter means.
 */

import { sortedKeys } from "./filter-json.ts";

/** What the view says, with what the URL says instead. An empty value ("country=") takes one of the view's away. */
export function overlay(base: URLSearchParams, own: URLSearchParams): URLSearchParams {
  const whole = new URLSearchParams();
  for (const [name, value] of base) if (!own.has(name)) whole.append(name, value);
  for (const [name, value] of own) if (value !== "") whole.append(name, value);
  return whole;
}

/** The part of `whole` that the view does not say: what the URL has to hold. */
export function beyond(base: URLSearchParams, whole: URLSearchParams): URLSearchParams {
  const own = new URLSearchParams();
  for (const name of new Set([...whole.keys(), ...base.keys()])) {
    const values = whole.getAll(name);
    if (isSame(values, base.getAll(name))) continue;
    if (values.length === 0) own.append(name, "");
    for (const value of values) own.append(name, value);
  }
  return own;
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((value, index) => plain(value) === plain(other[index] ?? ""));
}

/** The server keeps JSON with its keys in an order of its own, so JSON is compared with sorted keys. */
function plain(value: string): string {
  if (!/^[{[]/.test(value)) return value;
  try {
    return JSON.stringify(JSON.parse(value), sortedKeys);
  } catch {
    return value;
  }
}
