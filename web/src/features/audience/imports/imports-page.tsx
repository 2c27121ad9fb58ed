import { Upload } from "lucide-react";
import { useNavigate } from "react-router";
import { Status } from "@/components/badge.tsx";
import { Button } from "@/components/button.tsx";
import { DataTable } from "@/components/data-table/data-table.tsx";
import { Empty } from "@/components/empty.tsx";
import { Icon } from "@/components/icon.tsx";
import { PageHead } from "@/components/page-head.tsx";
import { useMay } from "@/features/identity/me/queries.ts";
import { countOf, formatAge } from "@/lib/format.ts";
import { useRecordList } from "@/lib/use-record-list.ts";
import { usePageActions } from "@/shell/actions.ts";
import { importColumns } from "./columns.tsx";
import { STATES } from "./import-state.ts";
import { importCount, importPage } from "./queries.ts";

/** Every file that was brought in, with what became of its rows. */
export default function ImportsPage() {
  const mayRun = useMay("IMPORTS_RUN");
  const navigate = useNavigate();
  const start = () => void navigate("/contacts/imports/new");
  const list = useRecordList({
    entity: "imports",
    filter: {},
    sort: null,
    fetchPage: importPage,
    fetchCount: importCount,
    // A running import moves its row.
    refetchInterval: (rows) => (rows.some((row) => row.state === "RUNNING") ? 2000 : false),
  });
  usePageActions(
    mayRun
      ? [
          {
            id: "import-new",
            label: "New import",
            icon: Upload,
            group: "On this page",
            keys: "c",
            primary: true,
            run: start,
          },
        ]
      : [],
  );
  return (
    <section className="relative flex min-h-0 flex-1 flex-col" aria-label="Bulk import">
      <PageHead title="Bulk import" count={list.total} />
      <DataTable
        id="imports"
        label="Imports"
        nouns={["import", "imports"]}
        columns={importColumns}
        list={list}
        rowId={(row) => row.id}
        rowName={(row) => row.name}
        sort={null}
        onSort={() => {}}
        onOpen={(row) => void navigate(`/contacts/imports/${row.id}`)}
        phoneRow={(row) => ({
          lead: <Status tone={STATES[row.state].tone}>{null}</Status>,
          title: row.name,
          detail: `${STATES[row.state].label}, ${countOf(row.outcomes.read, "row", "rows")}`,
          aside: formatAge(row.createdAt),
        })}
        empty={
          <Empty
            icon={Upload}
            title="No imports yet"
            actions={
              mayRun ? (
                <Button variant="primary" onClick={start}>
                  <Icon as={Upload} />
                  Import a file
                </Button>
              ) : undefined
            }
          >
            Bring contacts with their accounts from a CSV file. Its columns map by themselves, and nothing is written
            before you say so.
          </Empty>
        }
      />
    </section>
  );
}
