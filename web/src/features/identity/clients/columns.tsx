import { Avatar } from "@/components/avatar.tsx";
import { Status } from "@/components/badge.tsx";
import type { Column } from "@/components/data-table/types.ts";
import { formatCount, formatDay, formatFull } from "@/lib/format.ts";
import type { ClientRow } from "./queries.ts";

export const clientColumns: Column<ClientRow>[] = [
  {
    id: "name",
    header: "Name",
    width: 280,
    text: (row) => row.name,
    cell: (row) => (
      <span className="who">
        <Avatar name={row.name} square />
        <span className="clip">{row.name}</span>
      </span>
    ),
  },
  {
    id: "state",
    header: "State",
    width: 120,
    cell: (row) => (row.archived ? <Status tone="hollow">Archived</Status> : <Status tone="success">Active</Status>),
  },
  {
    id: "website",
    header: "Website",
    width: 180,
    lowPriority: true,
    text: (row) => row.website ?? null,
    cell: (row) => (row.website ? <span className="mono">{row.website}</span> : <span className="t-3">—</span>),
  },
  {
    id: "owner",
    header: "Account manager",
    width: 180,
    text: (row) => row.ownerName ?? null,
    cell: (row) => (row.ownerName ? row.ownerName : <span className="t-3">Nobody</span>),
  },
  {
    id: "users",
    header: "Users",
    width: 80,
    align: "right",
    cell: (row) => <span className="num">{formatCount(row.userCount)}</span>,
  },
  {
    id: "brands",
    header: "Brands",
    width: 80,
    align: "right",
    cell: (row) => <span className="num">{formatCount(row.brandCount)}</span>,
  },
  {
    id: "created",
    header: "Created",
    width: 120,
    align: "right",
    lowPriority: true,
    text: (row) => formatFull(row.createdAt),
    cell: (row) => <span className="t-2">{formatDay(row.createdAt)}</span>,
  },
];
