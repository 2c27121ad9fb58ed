import { useQueries } from "@tanstack/react-query";
import { Filter, Plus, Upload } from "lucide-react";
import { Link } from "react-router";
import { Button } from "@/components/button.tsx";
import { Empty } from "@/components/empty.tsx";
import { Icon } from "@/components/icon.tsx";
import { useGrants, useMay } from "@/features/identity/me/queries.ts";
import { formatCount } from "@/lib/format.ts";
import type { RecordKind } from "./record-kind.ts";

/** A filter in use, and what the list would be without it. */
export interface ActiveFilter {
  name: string;
  /** "Country is Iceland" */
  words: string;
  /** The API's filter without this one. */
  rest: object;
  drop: () => void;
}

/** Nothing there at all, or nothing that passes the filters: two different things to say. */
export function ListEmpty({
  kind,
  filters,
  count,
  purpose,
  onCreate,
  onClear,
}: {
  kind: RecordKind;
  filters: ActiveFilter[];
  /** How many records pass a filter. */
  count: (filter: object, signal?: AbortSignal) => Promise<number>;
  purpose: string;
  onCreate: () => void;
  onClear: () => void;
}) {
  const mayEdit = useMay(kind.permissions.edit);
  const mayImport = useMay("IMPORTS_RUN");
  const scope = useGrants().get(kind.permissions.view);
  if (filters.length > 0) return <FilteredToNothing kind={kind} filters={filters} count={count} onClear={onClear} />;
  if (scope === "OWN") {
    return (
      <Empty icon={kind.icon} title={`No ${kind.nouns} for you now`}>
        You see the {kind.nouns} in your queues, and your queues are empty. They appear here when you get some.
      </Empty>
    );
  }
  return (
    <Empty
      icon={kind.icon}
      title={`No ${kind.nouns} yet`}
      actions={
        mayEdit || mayImport ? (
          <>
            {mayImport ? (
              <Link className="btn" to="/contacts/imports/new">
                <Icon as={Upload} />
                Import a file
              </Link>
            ) : null}
            {mayEdit ? (
              <Button variant="primary" icon={Plus} onClick={onCreate}>
                New {kind.noun}
              </Button>
            ) : null}
          </>
        ) : undefined
      }
    >
      {purpose}
      {mayEdit ? " Add one by hand" : ""}
      {mayImport ? (mayEdit ? ", or bring a file." : " Bring a file.") : mayEdit ? "." : ""}
    </Empty>
  );
}

/** Says which one filter stands most in the way, and how many there are without it. */
function FilteredToNothing({
  kind,
  filters,
  count,
  onClear,
}: {
  kind: RecordKind;
  filters: ActiveFilter[];
  count: (filter: object, signal?: AbortSignal) => Promise<number>;
  onClear: () => void;
}) {
  const counts = useQueries({
    queries: filters.map(({ rest }) => ({
      queryKey: [kind.key, "count", rest],
      queryFn: ({ signal }: { signal: AbortSignal }) => count(rest, signal),
    })),
  });
  let best: { filter: ActiveFilter; count: number } | null = null;
  for (const [index, filter] of filters.entries()) {
    const found = counts[index]?.data ?? 0;
    if (found > (best?.count ?? 0)) best = { filter, count: found };
  }
  const which = filters.length === 1 ? "this filter" : `all ${filters.length} filters`;
  return (
    <Empty
      icon={Filter}
      title={`No ${kind.nouns} match ${which}`}
      actions={
        <>
          {best === null ? null : <Button onClick={best.filter.drop}>Remove that filter</Button>}
          <Button variant={best === null ? "secondary" : "quiet"} onClick={onClear}>
            Clear all
          </Button>
        </>
      }
    >
      {best === null ? (
        filters.map((filter) => filter.words).join(", ")
      ) : (
        <>
          Without <b className="med">{best.filter.words}</b> there {best.count === 1 ? "is" : "are"}{" "}
          {formatCount(best.count)}.
        </>
      )}
    </Empty>
  );
}
