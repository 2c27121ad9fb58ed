import { Archive, ArchiveRestore, PenLine } from "lucide-react";
import { Badge } from "@/components/badge.tsx";
import { IconButton } from "@/components/button.tsx";
import type { Column } from "@/components/data-table/types.ts";
import { formatDay, formatFull } from "@/lib/format.ts";
import type { CustomField } from "./queries.ts";
import { optionWords, typeLabel } from "./words.ts";

export interface FieldActions {
  onEdit: (field: CustomField) => void;
  onArchive: (field: CustomField) => void;
  onRestore: (field: CustomField) => void;
}

export function customFieldColumns({ onEdit, onArchive, onRestore }: FieldActions): Column<CustomField>[] {
  return [
    {
      id: "label",
      header: "Name",
      width: 240,
      text: (row) => row.label,
      cell: (row) => (
        <span className="row">
          <span className={`clip ${row.archived ? "t-3" : "med"}`}>{row.label}</span>
          {row.required && !row.archived ? <Badge>Required</Badge> : null}
          {row.unique && !row.archived ? <Badge>Unique</Badge> : null}
          {row.archived ? <Badge>Archived</Badge> : null}
        </span>
      ),
    },
    { id: "type", header: "Type", width: 140, cell: (row) => <span className="t-2">{typeLabel(row.type)}</span> },
    {
      id: "options",
      header: "Options",
      width: 260,
      grows: true,
      text: (row) => row.options.map((option) => option.label).join(", "),
      cell: (row) =>
        row.options.length === 0 ? (
          <span className="t-3">—</span>
        ) : (
          <span className="t-2 clip">{optionWords(row.options)}</span>
        ),
    },
    {
      id: "key",
      header: "Key",
      width: 210,
      lowPriority: true,
      text: (row) => row.key,
      cell: (row) => <span className="mono t-2 clip">{row.key}</span>,
    },
    {
      id: "created",
      header: "Defined",
      width: 120,
      align: "right",
      lowPriority: true,
      text: (row) => [formatFull(row.createdAt), row.createdByName].filter(Boolean).join(", by "),
      cell: (row) => <span className="t-2">{formatDay(row.createdAt)}</span>,
    },
    {
      id: "actions",
      header: "Actions",
      width: 96,
      align: "right",
      cell: (row) =>
        row.archived ? (
          <IconButton label={`Restore ${row.label}`} icon={ArchiveRestore} onClick={() => onRestore(row)} />
        ) : (
          <span className="row justify-end gap-1">
            <IconButton label={`Change ${row.label}`} icon={PenLine} onClick={() => onEdit(row)} />
            <IconButton label={`Archive ${row.label}`} icon={Archive} onClick={() => onArchive(row)} />
          </span>
        ),
    },
  ];
}
