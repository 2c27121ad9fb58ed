import { Badge, Tag } from "@/components/badge.tsx";
import type { Column } from "@/components/data-table/types.ts";
import type { Me } from "@/features/identity/me/queries.ts";
import { formatAge, formatCount, formatFull } from "@/lib/format.ts";
import { asShared, SOURCES } from "@/records/lists/words.ts";
import { sharingName } from "@/records/sharing.ts";
import type { List } from "./queries.ts";
import "@/records/lists/lists.css";

export const listColumns = (me: Me): Column<List>[] => [
  {
    id: "name",
    header: "Name",
    width: 260,
    grows: true,
    sortField: "name",
    text: (row) => row.name,
    cell: (row) => (
      <span className="row min-w-0 gap-1.5">
        <span className="med clip">{row.name}</span>
        {row.archived ? <Badge>Archived</Badge> : null}
      </span>
    ),
  },
  {
    id: "tags",
    header: "Tags",
    width: 180,
    lowPriority: true,
    text: (row) => row.tags.join(", "),
    cell: (row) => (
      <span className="list-tags">
        {row.tags.map((tag) => (
          <Tag key={tag}>{tag}</Tag>
        ))}
      </span>
    ),
  },
  {
    id: "source",
    header: "Source",
    width: 130,
    text: (row) => SOURCES[row.source],
    cell: (row) => <span className="t-2 clip">{SOURCES[row.source]}</span>,
  },
  {
    id: "members",
    header: "Members",
    width: 100,
    align: "right",
    sortField: "members",
    cell: (row) => <span className="num">{formatCount(row.members)}</span>,
  },
  {
    id: "visibility",
    header: "Who sees it",
    width: 150,
    text: (row) => sharingName(asShared(row), me),
    cell: (row) => <span className="t-2 clip">{sharingName(asShared(row), me)}</span>,
  },
  {
    id: "owner",
    header: "Owner",
    width: 150,
    lowPriority: true,
    text: (row) => row.ownerName,
    cell: (row) => <span className="t-2 clip">{row.ownerName ?? "—"}</span>,
  },
  {
    id: "changed",
    header: "Changed",
    width: 110,
    align: "right",
    sortField: "updated_at",
    text: (row) => formatFull(changedAt(row)),
    cell: (row) => <span className="t-2">{formatAge(changedAt(row))}</span>,
  },
];

/** Its name, or who is in it. */
export const changedAt = ({ updatedAt, membersChangedAt }: List): string =>
  membersChangedAt && membersChangedAt > updatedAt ? membersChangedAt : updatedAt;
