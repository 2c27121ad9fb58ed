import { type UseInfiniteQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useSearchParams } from "react-router";
import { Card } from "@/components/card.tsx";
import { LoadError } from "@/components/notice.tsx";
import { ShowMore } from "@/components/show-more.tsx";
import { Skeleton } from "@/components/skeleton.tsx";
import { Tabs } from "@/components/tabs.tsx";
import { formatCount, sentence } from "@/lib/format.ts";
import type { RunOutcome, RunOver } from "./run.ts";
import "@/components/data-table/table.css";

/** The contacts, or accounts, by what was found out; which list is open stands in the URL. */
export function OutcomeLists<Id extends string, Field extends string>({
  counts,
  outcomes,
  over = "contacts",
  list,
}: {
  counts: Record<Field, number>;
  outcomes: readonly RunOutcome<Id, Field>[];
  over?: RunOver;
  list: (outcome: Id, label: string, total: number) => ReactNode;
}) {
  const [params, setParams] = useSearchParams();
  const lists = outcomes.flatMap(({ id, field, label }) =>
    id === "NOT_RUN" || counts[field] === 0 ? [] : [{ id: id as Id, label, count: counts[field] }],
  );
  if (lists.length === 0) {
    return (
      <Card title={sentence(over)}>
        <p className="t-2">Nothing was looked at.</p>
      </Card>
    );
  }
  return (
    <section className="card" id="contacts" aria-label={sentence(over)}>
      <Tabs
        label="What was found out"
        value={params.get("show") ?? ""}
        onChange={(show) => setParams({ show }, { replace: true })}
        bodyClassName="overflow-x-auto"
        items={lists.map(({ id, label, count }) => ({
          id: id.toLowerCase(),
          label,
          count: formatCount(count),
          content: list(id, label, count),
        }))}
      />
    </section>
  );
}

/** One of both. */
interface Looked {
  contactId?: string | null;
  accountId?: string | null;
}

interface Pages<Row> {
  pages: { rows: Row[] }[];
}

/** Those of one outcome, a page at a time. */
export function OutcomeTable<Row extends Looked>({
  query,
  label,
  total,
  over = "contacts",
  heads,
  row,
}: {
  query: UseInfiniteQueryResult<Pages<Row>>;
  label: string;
  total: number;
  over?: RunOver;
  heads: (rows: Row[]) => readonly string[];
  /** Its cells; `rows` are all that are shown. */
  row: (one: Row, rows: Row[]) => ReactNode;
}) {
  if (query.isPending) {
    return (
      <div className="p-5">
        <Skeleton width="60%" />
      </div>
    );
  }
  if (query.isError) return <LoadError what={`These ${over}`} error={query.error} retry={() => void query.refetch()} />;
  const rows = query.data.pages.flatMap((page) => page.rows);
  return (
    <>
      <table className="dt flush" aria-label={label}>
        <thead>
          <tr>
            {heads(rows).map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((one) => (
            <tr key={one.contactId ?? one.accountId}>{row(one, rows)}</tr>
          ))}
        </tbody>
      </table>
      <ShowMore query={query} shown={rows.length} total={total} />
    </>
  );
}
