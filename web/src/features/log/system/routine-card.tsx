import { useQuery } from "@tanstack/react-query";
import { Status } from "@/components/badge.tsx";
import { Card } from "@/components/card.tsx";
import { LoadError } from "@/components/notice.tsx";
import { countOf, formatAge, formatCount, formatFull } from "@/lib/format.ts";
import { type RoutineJobs, routineQuery } from "./queries.ts";
import "@/components/data-table/table.css";

/** Work that runs by itself, one line per kind: nothing to read unless something failed. */
export function RoutineCard() {
  const query = useQuery(routineQuery);
  const kinds = query.data ?? [];
  if (query.isSuccess && kinds.length === 0) return null;
  return (
    <Card title="Runs by itself" sub="upkeep of the last days, summed up" flush>
      {query.isError && query.data === undefined ? (
        <div className="card-body">
          <LoadError what="The upkeep" error={query.error} retry={() => void query.refetch()} />
        </div>
      ) : (
        <table className="dt flush">
          <thead>
            <tr>
              <th scope="col">What</th>
              <th scope="col" className="w-48">
                State
              </th>
              <th scope="col" className="r w-28">
                Done
              </th>
              <th scope="col" className="r w-32">
                Last
              </th>
            </tr>
          </thead>
          <tbody>
            {kinds.map((kind) => (
              <tr key={kind.kind}>
                <td className="med">{kind.label}</td>
                <td>
                  <State kind={kind} />
                </td>
                <td className="r">{formatCount(kind.done)}</td>
                <td className="r t-2" title={kind.lastFinishedAt ? formatFull(kind.lastFinishedAt) : undefined}>
                  {kind.lastFinishedAt ? formatAge(kind.lastFinishedAt) : "—"}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Card>
  );
}

function State({ kind }: { kind: RoutineJobs }) {
  if (kind.parked > 0) return <Status tone="danger">{countOf(kind.parked, "failed", "failed")}</Status>;
  if (kind.running > 0) return <Status tone="primary">Running</Status>;
  return kind.waiting > 1 ? (
    <Status tone="hollow">{formatCount(kind.waiting)} waiting</Status>
  ) : (
    <Status tone="neutral">As planned</Status>
  );
}
