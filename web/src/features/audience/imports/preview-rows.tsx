import { ListX } from "lucide-react";
import { DataTable } from "@/components/data-table/data-table.tsx";
import { Empty } from "@/components/empty.tsx";
import { formatCount } from "@/lib/format.ts";
import { useRecordList } from "@/lib/use-record-list.ts";
import { changeText, type Fields } from "@/records/undo/change-cell.tsx";
import { changedFields, type PreviewList, type PreviewRow } from "./preview.ts";
import { previewColumns } from "./preview-columns.tsx";
import { previewRowPage } from "./preview-queries.ts";

/** The rows behind one number of the preview: what they change, or why they are refused. */
export function PreviewRows({
  importId,
  madeAt,
  list,
  fields,
  noun,
}: {
  importId: string;
  /** Another preview has other rows. */
  madeAt: string;
  list: PreviewList;
  fields: Fields;
  noun: string;
}) {
  const rows = useRecordList({
    entity: "import-preview",
    filter: { importId, madeAt, list: list.id },
    sort: null,
    fetchPage: previewRowPage,
    // The tile counted them.
    fetchCount: async () => list.count,
    enabled: list.count > 0,
  });
  const isMatched = rows.rows.some((row) => row.matchedBy !== null);
  const columns = previewColumns(list.id, changedFields(rows.rows), fields, noun, isMatched);
  if (list.count === 0) return <Nothing list={list} />;
  return (
    <DataTable<PreviewRow>
      id={`import-preview.${list.id}`}
      label={list.title}
      nouns={list.id.startsWith("accounts_") ? ["account", "accounts"] : ["row", "rows"]}
      columns={columns}
      list={rows}
      rowId={(row) => row.id}
      rowName={(row) => row.name ?? `Row ${row.row}`}
      sort={null}
      onSort={() => {}}
      phoneRow={(row) => ({
        lead: <span className="mono t-3 t-12">{row.row === 0 ? "" : formatCount(row.row)}</span>,
        title: row.name ?? `Row ${formatCount(row.row)}`,
        detail:
          row.problems.map((problem) => problem.message).join(" ") ||
          row.changes.map((change) => changeText(change, fields)).join(", ") ||
          list.note,
        aside: row.matchedBy ?? "",
      })}
      empty={<Nothing list={list} />}
    />
  );
}

function Nothing({ list }: { list: PreviewList }) {
  return (
    <div className="grid min-h-0 flex-1 place-items-center overflow-auto">
      <Empty icon={ListX} title={`${list.title}: none`}>
        No row of this file ends here.
      </Empty>
    </div>
  );
}
