/** Follows one file of suppressions until all that it did is shown, whether or not its dialog is still open. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { fileResultQuery, isOver } from "./files.ts";
import { refreshSuppressions } from "./mutations.ts";
import { suppressionFilesQuery } from "./queries.ts";

/** Between two looks at the list of files. */
const LOOK = 700;

/** `id`: null while there is none to follow. */
export function useFileRead(id: string | null): void {
  const client = useQueryClient();
  const { data: result } = useQuery({ ...fileResultQuery(id ?? ""), enabled: id !== null });
  const over = result !== undefined && isOver(result);
  const done = result?.state === "done";
  // The job is over before the list has its file, so the list is asked until it does: its own row is the last that comes.
  const { data: listed = false } = useQuery({
    ...suppressionFilesQuery,
    enabled: done,
    staleTime: 0,
    select: (files) => files.some((file) => file.id === id),
    refetchInterval: ({ state: { data } }) =>
      data === undefined || data.some((file) => file.id === id) ? false : LOOK,
  });
  // One that broke off is in no list.
  const shown = over && (listed || !done);
  useEffect(() => {
    if (shown) void refreshSuppressions(client);
  }, [client, shown]);
}
