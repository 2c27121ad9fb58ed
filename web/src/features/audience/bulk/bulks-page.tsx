import { ListChecks } from "lucide-react";
import { Link, useNavigate } from "react-router";
import { Status } from "@/components/badge.tsx";
import { DataTable } from "@/components/data-table/data-table.tsx";
import { Empty } from "@/components/empty.tsx";
import { PageHead } from "@/components/page-head.tsx";
import { formatAge } from "@/lib/format.ts";
import { useRecordList } from "@/lib/use-record-list.ts";
import { cameTo, isAtWork, STATES } from "./bulk-state.ts";
import { audienceOf, bulkColumns } from "./columns.tsx";
import { bulkCount, bulkPage } from "./queries.ts";

/** Everything that was done to many records at once: by whom, to which, what it came to, and the way back. */
export default function BulksPage() {
  const navigate = useNavigate();
  const list = useRecordList({
    entity: "bulks",
    filter: {},
    sort: null,
    fetchPage: bulkPage,
    fetchCount: bulkCount,
    refetchInterval: (rows) => (rows.some(isAtWork) ? 1500 : false),
  });
  return (
    <section className="relative flex min-h-0 flex-1 flex-col" aria-label="Bulk changes">
      <PageHead title="Bulk changes" count={list.total} />
      <DataTable
        id="bulks"
        label="Bulk changes"
        nouns={["bulk change", "bulk changes"]}
        columns={bulkColumns}
        list={list}
        rowId={(row) => row.id}
        rowName={(row) => row.action.title}
        sort={null}
        onSort={() => {}}
        onOpen={(row) => void navigate(`/bulk/${row.id}`)}
        phoneRow={(row) => ({
          lead: <Status tone={STATES[row.state].tone}>{null}</Status>,
          title: row.action.title,
          detail:
            isAtWork(row) || row.state === "UNDONE" ? `${STATES[row.state].label}. ${audienceOf(row)}` : cameTo(row),
          aside: formatAge(row.createdAt),
        })}
        empty={
          <Empty
            icon={ListChecks}
            title="No bulk changes yet"
            actions={
              <>
                <Link className="btn" to="/accounts">
                  Select accounts
                </Link>
                <Link className="btn btn-primary" to="/contacts">
                  Select contacts
                </Link>
              </>
            }
          >
            A bulk change edits, tags, assigns or archives many records at once: select rows, or all that match, and
            choose what to do with them. Each one stays here with its result, and can be undone.
          </Empty>
        }
      />
    </section>
  );
}
