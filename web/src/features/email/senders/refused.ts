import { RefusedError } from "@/lib/api-error.ts";

/** What a refusal says of this field. */
export function refusedField(error: unknown, field: string): string | undefined {
  if (!(error instanceof RefusedError)) return undefined;
  return error.userErrors.find((one) => one.field === field)?.message;
}

/** The refusal, unless fields of the form say it themselves. */
export function refusedWhole(error: unknown, fields: readonly string[]): unknown {
  return fields.some((field) => refusedField(error, field) !== undefined) ? null : error;
}
