/** What the server pushes of an import while something of it runs. */
import { graphql } from "@/gql/gql.ts";
import { rememberPosition } from "@/lib/position.ts";
import { subscribe } from "@/lib/subscribe.ts";
import type { Import } from "./queries.ts";

const PROGRESS = graphql(`
  subscription ImportProgress($id: UUID!) {
    importProgress(id: $id) {
      id
      state
      startedAt
      finishedAt
      position
      error
      outcomes {
        read
        created
        updated
        unchanged
        mergedInFile
        matchesArchived
        rejected
        notRun
        warnings
      }
      progress {
        ...Progress
      }
    }
  }
`);

/** What the subscription tells of an import: everything that moves while it runs. */
export type ImportProgress = Pick<Import, "id" | "state" | "startedAt" | "finishedAt" | "position" | "error"> & {
  outcomes: Import["outcomes"];
  progress?: Import["progress"];
};

export function watchImport(id: string, onData: (progress: ImportProgress) => void): () => void {
  return subscribe(PROGRESS, { id }, ({ importProgress }) => {
    rememberPosition(importProgress.position);
    onData(importProgress);
  });
}
