import { queryOptions } from "@tanstack/react-query";
import { fromProblem } from "@/lib/api-error.ts";
import { send } from "@/lib/http.ts";
import type { RejectedRow } from "./fixes.ts";
import type { Import } from "./queries.ts";
import { readRejects } from "./reject-file.ts";

/** More than anybody puts right by hand; the rest is in the file. */
const LIMIT = 8_000_000;

export interface Rejected {
  rows: RejectedRow[];
  /** There are more than these in the file. */
  cut: boolean;
}

/** The rejected rows of an import, read from its reject file. */
export const rejectedQuery = (one: Pick<Import, "id" | "columns" | "problems">) =>
  queryOptions({
    queryKey: ["imports", "rejected", one.id],
    queryFn: async ({ signal }): Promise<Rejected> => {
      const response = await send(`/api/v1/imports/${one.id}/errors.csv`, { signal });
      if (response.status === 404) return { rows: [], cut: false };
      if (!response.ok) throw fromProblem(response.status, await response.json().catch(() => null));
      // The file says of a row that it is rejected, the import which of its reasons do that.
      const rejecting = new Set(one.problems.filter((problem) => problem.rejected).map((problem) => problem.code));
      const harmless = new Set(one.problems.map((problem) => problem.code).filter((code) => !rejecting.has(code)));
      const { text, cut } = await beginning(response);
      return { rows: readRejects(text, one.columns.length, harmless), cut };
    },
    staleTime: Number.POSITIVE_INFINITY,
  });

/** The file's whole lines up to the limit. */
async function beginning(response: Response): Promise<{ text: string; cut: boolean }> {
  const reader = response.body?.getReader();
  const decoder = new TextDecoder();
  let text = "";
  for (;;) {
    const { value, done } = (await reader?.read()) ?? { value: undefined, done: true };
    if (done) return { text: text + decoder.decode(), cut: false };
    text += decoder.decode(value, { stream: true });
    if (text.length < LIMIT) continue;
    void reader?.cancel().catch(() => undefined);
    return { text: text.slice(0, text.lastIndexOf("\r\n") + 2), cut: true };
  }
}
