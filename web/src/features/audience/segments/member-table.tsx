import type { UseInfiniteQueryResult } from "@tanstack/react-query";
import { Link } from "react-router";
import { Button } from "@/components/button.tsx";
import { LoadError } from "@/components/notice.tsx";
import { ScrollRegion } from "@/components/scroll-region.tsx";
import { ShowMore } from "@/components/show-more.tsx";
import { Skeleton } from "@/components/skeleton.tsx";
import { formatFull, formatMoment } from "@/lib/format.ts";
import type { Segment, SegmentMember } from "./queries.ts";
import { memberWords, nounsOf } from "./words.ts";
import "@/components/data-table/table.css";

interface Pages {
  pages: { rows: SegmentMember[] }[];
}

/** Records that are, were, came or went, a page at a time; each with its page and why. */
export function MemberTable({
  segment,
  query,
  label,
  total,
  when,
  nobody,
  onWhy,
}: {
  segment: Segment;
  query: UseInfiniteQueryResult<Pages>;
  label: string;
  /** null while it is being counted. */
  total: number | null;
  when: "enteredAt" | "leftAt";
  /** In place of rows when there are none. */
  nobody: string;
  onWhy: (recordId: string) => void;
}) {
  const { noun, nouns } = nounsOf(segment.entity);
  if (query.isPending) {
    return (
      <div className="delayed flex flex-col gap-4 p-4">
        {[60, 75, 50, 66].map((width) => (
          <Skeleton key={width} width={`${width}%`} />
        ))}
      </div>
    );
  }
  if (query.isError) {
    return (
      <div className="p-4">
        <LoadError what={label} error={query.error} retry={() => void query.refetch()} />
      </div>
    );
  }
  const rows = query.data.pages.flatMap((page) => page.rows);
  if (rows.length === 0) return <p className="t-2 p-4">{nobody}</p>;
  return (
    <>
      <ScrollRegion label={label} className="overflow-x-auto">
        <table className={`dt flush ${query.isPlaceholderData ? "changing" : ""}`} aria-label={label}>
          <thead>
            <tr>
              <th scope="col">{noun === "account" ? "Account" : "Contact"}</th>
              <th scope="col" className="p-low">
                {noun === "account" ? "Industry" : "Job"}
              </th>
              <th scope="col" className="r" style={{ width: 124 }}>
                {when === "enteredAt" ? "Entered" : "Left"}
              </th>
              <th scope="col" style={{ width: 76 }}>
                <span className="sr">Why</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => {
              const { name, detail } = memberWords(row);
              const known = Boolean(row.contact ?? row.account);
              const at = row[when] ?? row.enteredAt;
              return (
                <tr key={`${row.recordId} ${row.enteredAt}`}>
                  <th scope="row">
                    {known ? (
                      <Link className="link clip" to={`/${nouns}/${row.recordId}`}>
                        {name}
                      </Link>
                    ) : (
                      <span className="t-3">{name}</span>
                    )}
                  </th>
                  <td className="t-2 p-low">{detail}</td>
                  <td className="t-2 r" title={formatFull(at)}>
                    {formatMoment(at)}
                  </td>
                  <td className="r">
                    <Button variant="quiet" small aria-label={`Why ${name}`} onClick={() => onWhy(row.recordId)}>
                      Why
                    </Button>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </ScrollRegion>
      <ShowMore query={query} shown={rows.length} total={total ?? rows.length} />
    </>
  );
}
