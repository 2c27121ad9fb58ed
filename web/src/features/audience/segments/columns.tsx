import { Link } from "react-router";
import { Status, Tag } from "@/components/badge.tsx";
import type { Column } from "@/components/data-table/types.ts";
import type { Me } from "@/features/identity/me/queries.ts";
import { formatAge, formatCount, formatFull } from "@/lib/format.ts";
import { sharingName } from "@/records/sharing.ts";
import { isSettling, type Segment } from "./queries.ts";
import { pathOf } from "./words.ts";

/** How it stands, in a word. */
export function Standing({ segment }: { segment: Segment }) {
  if (segment.archived) return <Status tone="hollow">Archived</Status>;
  if (!segment.active) return <Status tone="warning">Switched off</Status>;
  if (isSettling(segment)) return <Status tone="info">Finding members</Status>;
  return <Status tone="success">Live</Status>;
}

export const segmentColumns = (me: Me): Column<Segment>[] => [
  {
    id: "name",
    header: "Name",
    width: 280,
    grows: true,
    text: (row) => row.description || row.name,
    cell: (row) => (
      <Link to={pathOf(row)} className="clip med hover:underline" tabIndex={-1}>
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
    id: "sharing",
    header: "Who sees it",
    width: 150,
    text: (row) => `${sharingName(row, me)}${row.ownerName ? `, made by ${row.ownerName}` : ""}`,
    cell: (row) => <span className="t-2 clip">{sharingName(row, me)}</span>,
  },
  {
    id: "members",
    header: "Members",
    width: 110,
    align: "right",
    cell: (row) => <span className="num">{formatCount(row.members)}</span>,
  },
  {
    id: "changed",
    header: "Members changed",
    width: 140,
    align: "right",
    text: (row) => formatFull(row.changedAt),
    cell: (row) => <span className="t-2">{formatAge(row.changedAt)}</span>,
  },
  {
    id: "state",
    header: "State",
    width: 140,
    cell: (row) => <Standing segment={row} />,
  },
];
