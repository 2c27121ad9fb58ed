import { Filter, Plus } from "lucide-react";
import { Button } from "@/components/button.tsx";
import { Empty } from "@/components/empty.tsx";
import { useMay } from "@/features/identity/me/queries.ts";
import type { RecordKind } from "./record-kind.ts";

/** Nothing there at all, or nothing that passes the filters: two different things to say. */
export function ListEmpty({
  kind,
  filters,
  purpose,
  onCreate,
  onClear,
}: {
  kind: RecordKind;
  /** Filters and words in use, in words. */
  filters: string[];
  purpose: string;
  onCreate: () => void;
  onClear: () => void;
}) {
  const mayEdit = useMay(kind.permissions.edit);
  if (filters.length > 0) {
    const which = filters.length === 1 ? "this filter" : `all ${filters.length} filters`;
    return (
      <Empty
        icon={Filter}
        title={`No ${kind.nouns} match ${which}`}
        actions={<Button onClick={onClear}>Clear all</Button>}
      >
        {filters.join(", ")}
      </Empty>
    );
  }
  return (
    <Empty
      icon={kind.icon}
      title={`No ${kind.nouns} yet`}
      actions={
        mayEdit ? (
          <Button variant="primary" icon={Plus} onClick={onCreate}>
            New {kind.noun}
          </Button>
        ) : undefined
      }
    >
      {purpose}
    </Empty>
  );
}
