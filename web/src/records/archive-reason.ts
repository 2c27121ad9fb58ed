import { useMay, useMe } from "@/features/identity/me/queries.ts";
import { refusal } from "@/lib/permissions.ts";
import type { RecordKind } from "./record-kind.ts";

/** Why the viewer may not archive or restore a record; undefined when they may. The API says it of each record. */
export function useArchiveReason(kind: RecordKind): (record: { mayArchive: boolean }) => string | undefined {
  const me = useMe();
  const may = useMay(kind.permissions.archive);
  return ({ mayArchive }) => {
    if (mayArchive) return undefined;
    return may
      ? `You may archive ${kind.nouns} that are yours or your team's. This one is neither.`
      : refusal(me.role, `archive ${kind.nouns}`);
  };
}
