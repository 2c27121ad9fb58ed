import { Link } from "react-router";
import { Status, Tag } from "@/components/badge.tsx";
import type { Column } from "@/components/data-table/types.ts";
import { formatAge, formatFull } from "@/lib/format.ts";
import type { Template } from "./queries.ts";
import { STATUS, templatePath, versionWords } from "./words.ts";

/** Where it stands on its way to being sent, in a word. */
export function Standing({ template: { archived, status } }: { template: Pick<Template, "archived" | "status"> }) {
  if (archived) return <Status tone="hollow">Archived</Status>;
  const { tone, label } = STATUS[status];
  return <Status tone={tone}>{label}</Status>;
}

export const TEMPLATE_COLUMNS: Column<Template>[] = [
  {
    id: "name",
    header: "Name",
    sortField: "name",
    width: 280,
    grows: true,
    text: (row) => row.name,
    cell: (row) => (
      <Link to={templatePath(row.id)} className="clip med hover:underline" tabIndex={-1}>
        {row.name}
      </Link>
    ),
  },
  {
    id: "tags",
    header: "Tags",
    width: 200,
    lowPriority: true,
    text: (row) => row.tags.join(", "),
    cell: (row) =>
      row.tags.length === 0 ? (
        <span className="t-3">—</span>
      ) : (
        <span className="row gap-1">
          {row.tags.map((tag) => (
            <Tag key={tag}>{tag}</Tag>
          ))}
        </span>
      ),
  },
  {
    id: "brand",
    header: "Brand",
    width: 140,
    lowPriority: true,
    text: (row) => row.brand ?? "",
    cell: (row) => <span className={row.brand ? "clip" : "t-3"}>{row.brand ?? "—"}</span>,
  },
  {
    id: "version",
    header: "Version",
    width: 150,
    text: (row) => versionWords(row),
    cell: (row) => <span className="t-2 num">{versionWords(row)}</span>,
  },
  {
    id: "updated",
    header: "Updated",
    sortField: "updated_at",
    width: 140,
    align: "right",
    text: (row) => `${formatFull(row.updatedAt)}${row.savedByName ? `; draft by ${row.savedByName}` : ""}`,
    cell: (row) => <span className="t-2">{formatAge(row.updatedAt)}</span>,
  },
  {
    id: "status",
    header: "State",
    width: 140,
    cell: (row) => <Standing template={row} />,
  },
];
