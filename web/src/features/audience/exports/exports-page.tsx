import { Download } from "lucide-react";
import { Link } from "react-router";
import { Status } from "@/components/badge.tsx";
import { DataTable } from "@/components/data-table/data-table.tsx";
import { Empty } from "@/components/empty.tsx";
import { PageHead } from "@/components/page-head.tsx";
import { formatAge } from "@/lib/format.ts";
import { useRecordList } from "@/lib/use-record-list.ts";
import { whichOf } from "@/records/list-words.ts";
import { exportColumns } from "./columns.tsx";
import { exportCount, exportPage } from "./queries.ts";
import { useDownload } from "./use-download.ts";
import { FORMATS, leftOutOf, recordsOf, STATES } from "./words.ts";

/** Every file that was taken out: by whom, what, until when it can be downloaded. */
export default function ExportsPage() {
  const download = useDownload();
  const list = useRecordList({
    entity: "exports",
    filter: {},
    sort: null,
    fetchPage: exportPage,
    fetchCount: exportCount,
    refetchInterval: (rows) => (rows.some((row) => row.state === "RUNNING") ? 1000 : false),
  });
  return (
    <section className="relative flex min-h-0 flex-1 flex-col" aria-label="Exports">
      <PageHead title="Exports" count={list.total} />
      <DataTable
        id="exports"
        label="Exports"
        nouns={["export", "exports"]}
        columns={exportColumns}
        list={list}
        rowId={(row) => row.id}
        rowName={(row) => `${recordsOf(row)} as ${FORMATS[row.format]}`}
        sort={null}
        onSort={() => {}}
        onOpen={(row) => (row.state === "COMPLETED" ? download.mutate(row.id) : undefined)}
        phoneRow={(row) => ({
          lead: <Status tone={STATES[row.state].tone}>{null}</Status>,
          title: `${recordsOf(row)}, ${FORMATS[row.format]}`,
          detail: [STATES[row.state].label, leftOutOf(row), whichOf(row.filter)].filter(Boolean).join(". "),
          aside: formatAge(row.createdAt),
        })}
        empty={
          <Empty icon={Download} title="No exports yet">
            Export a list of <Link to="/contacts">contacts</Link> or <Link to="/accounts">accounts</Link> with its
            Export button. The file waits here for seven days.
          </Empty>
        }
      />
    </section>
  );
}
