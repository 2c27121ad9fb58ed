import { RefusedError } from "@/lib/api-error.ts";

/** What the server says of single fields, by their names. */
export function problemsIn(error: unknown): ReadonlyMap<string, string> {
  const said = new Map<string, string>();
  for (const { field, message } of error instanceof RefusedError ? error.userErrors : []) {
    if (field !== null && field !== undefined) said.set(field, message);
  }
  return said;
}
