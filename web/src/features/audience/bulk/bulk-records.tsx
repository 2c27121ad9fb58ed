import { useInfiniteQuery } from "@tanstack/react-query";
import { Link, useSearchParams } from "react-router";
import { Card } from "@/components/card.tsx";
import { LoadError } from "@/components/notice.tsx";
import { ShowMore } from "@/components/show-more.tsx";
import { Skeleton } from "@/components/skeleton.tsx";
import { Tabs } from "@/components/tabs.tsx";
import { useMay } from "@/features/identity/me/queries.ts";
import type { BulkOutcome } from "@/gql/graphql.ts";
import { formatCount } from "@/lib/format.ts";
import { SaveCsv } from "@/records/save-list.tsx";
import { nounsOf, OUTCOMES } from "./bulk-state.ts";
import { type Bulk, bulkRecordsQuery } from "./queries.ts";
import "@/components/data-table/table.css";
import "./bulk.css";

/** The records by what became of them; which list is open stands in the URL. */
export function BulkRecords({ one }: { one: Bulk }) {
  const [params, setParams] = useSearchParams();
  const lists = OUTCOMES.flatMap(({ id, field, label }) =>
    id === "NOT_RUN" || one.counts[field] === 0 ? [] : [{ id, label, count: one.counts[field] }],
  );
  const [, nouns] = nounsOf(one.entity);
  if (lists.length === 0) {
    return (
      <Card title="Records">
        <p className="t-2">
          {one.counts.notRun > 0
            ? "It ended before any record was worked on."
            : `None of the ${nouns} matched any more when it began.`}
        </p>
      </Card>
    );
  }
  return (
    <section className="card" id="records" aria-label="Records">
      <Tabs
        label="What became of the records"
        value={params.get("show") ?? ""}
        onChange={(show) => setParams({ show }, { replace: true })}
        bodyClassName="overflow-x-auto"
        items={lists.map(({ id, label, count }) => ({
          id: id.toLowerCase(),
          label,
          count: formatCount(count),
          content: <List one={one} outcome={id} total={count} />,
        }))}
      />
    </section>
  );
}

function List({ one, outcome, total }: { one: Bulk; outcome: BulkOutcome; total: number }) {
  const query = useInfiniteQuery(bulkRecordsQuery(one.id, outcome, one.finishedAt ?? ""));
  const path = one.entity === "ACCOUNT" ? "/accounts" : "/contacts";
  const [noun] = nounsOf(one.entity);
  const mayExport = useMay(one.entity === "ACCOUNT" ? "ACCOUNTS_EXPORT" : "CONTACTS_EXPORT");
  if (query.isPending) {
    return (
      <div className="p-5">
        <Skeleton width="60%" />
      </div>
    );
  }
  if (query.isError) return <LoadError what="These records" error={query.error} retry={() => void query.refetch()} />;
  const rows = query.data.pages.flatMap((page) => page.rows);
  const refused = outcome === "REFUSED";
  return (
    <>
      {refused && one.reasons.length > 1 ? (
        <dl className="bulk-reasons" aria-label="Why records were refused">
          {one.reasons.map((reason) => (
            <div key={reason.code} className="contents">
              <dt>{reason.message}</dt>
              <dd>{formatCount(reason.count)}</dd>
            </div>
          ))}
        </dl>
      ) : null}
      {mayExport ? (
        <div className="flex justify-end px-4 py-1.5">
          <SaveCsv
            path={`/api/v1/bulk-changes/${one.id}/records/file?outcome=${outcome.toLowerCase()}`}
            name={`bulk-change-${outcome.toLowerCase()}`}
          />
        </div>
      ) : null}
      <table className="dt flush bulk-records" aria-label={OUTCOMES.find(({ id }) => id === outcome)?.label}>
        {refused ? (
          <colgroup>
            <col className="name" />
            <col />
          </colgroup>
        ) : null}
        <thead>
          <tr>
            <th scope="col">Record</th>
            {refused ? <th scope="col">Why</th> : null}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.recordId}>
              <td>
                {row.name === null || row.name === undefined ? (
                  <span className="t-3">A {noun} that is erased or out of your sight</span>
                ) : (
                  <Link className="med hover:underline" to={`${path}/${row.recordId}?tab=history`}>
                    {row.name}
                  </Link>
                )}
              </td>
              {refused ? <td className="t-2">{row.message}</td> : null}
            </tr>
          ))}
        </tbody>
      </table>
      <ShowMore query={query} shown={rows.length} total={total} />
    </>
  );
}
