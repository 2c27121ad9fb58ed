import { FileX } from "lucide-react";
import type { Column } from "@/components/data-table/types.ts";
import { DataTable } from "@/components/data-table/data-table.tsx";
import { Empty } from "@/components/empty.tsx";
import { formatCount } from "@/lib/format.ts";
import { useRecordList } from "@/lib/use-record-list.ts";
import { DOMAIN_SET_LINES, type DomainSet, type DomainSetLine, lineCount, linePage } from "./queries.ts";
import { isAtWork } from "./words.ts";

const COLUMNS: Column<DomainSetLine>[] = [
  {
    id: "number",
    header: "Row",
    width: 90,
    align: "right",
    cell: (row) => <span className="num t-2">{formatCount(row.number)}</span>,
  },
  {
    id: "given",
    header: "What stands there",
    width: 320,
    text: (row) => row.given,
    cell: (row) => <span className="mono clip">{row.given ?? "—"}</span>,
  },
  {
    id: "reason",
    header: "Why it is no domain",
    width: 420,
    grows: true,
    text: (row) => row.reason,
    cell: (row) => <span className="t-2 clip">{row.reason}</span>,
  },
];

/** Lines that name no domain, with the reason. Nothing else of the file was held up by them. */
export function InvalidLines({ set }: { set: DomainSet }) {
  const list = useRecordList({
    entity: DOMAIN_SET_LINES,
    filter: { id: set.id, filter: null },
    sort: null,
    fetchPage: linePage,
    fetchCount: lineCount,
    refetchInterval: () => (isAtWork(set) ? 3000 : false),
  });
  return (
    <DataTable
      id="domain-set-lines"
      label="Lines that were not read"
      nouns={["line", "lines"]}
      columns={COLUMNS}
      list={list}
      rowId={(row) => String(row.number)}
      rowName={(row) => row.given ?? `Row ${row.number}`}
      sort={null}
      onSort={() => {}}
      phoneRow={(row) => ({
        lead: null,
        title: row.given ?? "—",
        detail: row.reason,
        aside: `Row ${formatCount(row.number)}`,
      })}
      empty={
        <Empty icon={FileX} title="Every line was read">
          Lines that name no domain stand here, with the reason.
        </Empty>
      }
    />
  );
}
