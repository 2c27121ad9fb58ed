/** What the forms of a list share: what the server has against a field is said beside it. */
import { useState } from "react";
import { RefusedError } from "@/lib/api-error.ts";

export function useProblems(mutation: { error: unknown; isError: boolean; reset: () => void }, fields: string[]) {
  const [missing, setMissing] = useState<Record<string, string>>({});
  const refused = mutation.error instanceof RefusedError ? mutation.error.userErrors : [];
  const inPlace = refused.length > 0 && refused.every(({ field }) => fields.includes(field ?? ""));
  return {
    problemOf: (field: string) => missing[field] ?? refused.find((error) => error.field === field)?.message,
    /** What the fields do not say themselves. */
    submitError: inPlace ? null : mutation.error,
    setMissing,
    /** Something was typed since. */
    clear: () => {
      setMissing({});
      if (mutation.isError) mutation.reset();
    },
  };
}
