/** Files of suppressions: sent, followed, taken out. */
import { queryOptions } from "@tanstack/react-query";
import type { SuppressionFilter, SuppressionReason } from "@/gql/graphql.ts";
import { fromProblem } from "@/lib/api-error.ts";
import { download } from "@/lib/download.ts";
import { send } from "@/lib/http.ts";
import { upload } from "@/lib/upload.ts";

const IMPORTS = "/api/v1/suppressions/imports";

export interface FileBegun {
  id: string;
  column: string;
  ageDays: number | null;
  stale: boolean;
}

export interface FileResult {
  state: "queued" | "running" | "done" | "parked" | "cancelled";
  rows: number;
  added: number;
  already: number;
  refused: number;
}

export async function uploadFile(
  file: File,
  of: { reason: SuppressionReason; country: string; asOf: string },
): Promise<FileBegun> {
  const params = new URLSearchParams({ reason: of.reason.toLowerCase() });
  if (of.country !== "") params.set("country", of.country);
  if (of.asOf !== "") params.set("asOf", of.asOf);
  return upload<FileBegun>(`${IMPORTS}?${params}`, file, () => undefined).done;
}

/** Nothing more happens to it by itself. */
export const isOver = ({ state }: FileResult): boolean => state !== "queued" && state !== "running";

export const fileResultQuery = (id: string) =>
  queryOptions({
    queryKey: ["suppression-file", id],
    queryFn: async ({ signal }): Promise<FileResult> => {
      const response = await send(`${IMPORTS}/${id}`, { signal });
      const body: unknown = await response.json().catch(() => null);
      if (!response.ok) throw fromProblem(response.status, body);
      return body as FileResult;
    },
    refetchInterval: ({ state: { data } }) => (data === undefined || isOver(data) ? false : 700),
  });

export const refusedRows = (id: string) => download(`${IMPORTS}/${id}/refused`, "refused-suppressions.csv");

/** What the list shows. */
export function exportList(filter: SuppressionFilter): Promise<void> {
  const params = new URLSearchParams();
  for (const name of ["kind", "reason", "reach", "standing"] as const) {
    const value = filter[name];
    if (value) params.set(name, value.toLowerCase());
  }
  if (filter.clientId) params.set("clientId", filter.clientId);
  if (filter.value) params.set("value", filter.value);
  if (filter.begins) params.set("begins", filter.begins);
  return download(`/api/v1/suppressions/export?${params}`, "suppressions.csv");
}
